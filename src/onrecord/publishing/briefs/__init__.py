"""Briefs: a record of sentences with citations, and the same as Markdown, as a page, as PDF."""

from onrecord.publishing.briefs.html import CSS, brief_as_html, brief_body
from onrecord.publishing.briefs.markdown import brief_as_markdown
from onrecord.publishing.briefs.material import (
    Beside,
    Bound,
    ClaimMaterial,
    Material,
    MeasureChange,
    MeasuresMaterial,
    NamedIn,
    Spoken,
)
from onrecord.publishing.briefs.pdf import brief_as_pdf
from onrecord.publishing.briefs.quoting import runs
from onrecord.publishing.briefs.showing import clean, is_web
from onrecord.publishing.briefs.writing import write_brief

__all__ = [
    "CSS", "Beside", "Bound", "ClaimMaterial", "Material", "MeasureChange", "MeasuresMaterial", "NamedIn", "Spoken",
    "brief_as_html", "brief_as_markdown", "brief_as_pdf", "brief_body", "clean", "is_web", "runs",
    "write_brief",
]  # fmt: skip
