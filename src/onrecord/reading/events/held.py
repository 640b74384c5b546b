"""A statement as the events see it: its id, its words, its verdict, and which words it says."""

from onrecord.reading.drafts import Draft
from onrecord.reading.stance import Verdict

__all__ = ["Held"]

Held = tuple[str, Draft, Verdict, set[int]]
