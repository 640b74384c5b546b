"""A brief as Markdown, in which no word of an article can become markup."""

import re
from collections.abc import Iterator, Sequence

from onrecord.publishing.briefs.showing import (
    GAP,
    NAMED,
    act_of,
    clean,
    command,
    facts,
    is_web,
    links,
    marks,
    marks_of,
    review_of,
    title_of,
    warning,
    whole,
)
from onrecord.publishing.briefs.telling import when
from onrecord.publishing.words import sourced
from onrecord.records.briefs import Brief, Citation, Cited, Name, Part, Quote, Ref, Words

__all__ = ["brief_as_markdown", "escaped"]

_INLINE = re.compile(r"[\\`*_\[\]<>&|~$^{}]")
_ADDRESS = re.compile(r"(?<=[A-Za-z0-9]):(?=//)|(?<=\b[wW]{3})\.|@")
"""What a reader of Markdown would make a link of: a scheme, "www.", an address of mail."""
_LEAD = re.compile(r"^(\d+)([.)])|^([#+=>:-])")
"""What would begin a list, a heading or a rule at the beginning of a line."""


def escaped(text: str, *, first: bool = False) -> str:
    """Return words that stay words in Markdown.

    Args:
        text: the words; white space becomes one space.
        first: whether they stand at the beginning of a line.
    """
    told = _INLINE.sub(r"\\\g<0>", clean(text))
    told = _ADDRESS.sub(lambda m: f"\\{m[0]}", told)
    if first:
        told = _LEAD.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", told)
    return told


def brief_as_markdown(brief: Brief, *, site: str | None = None) -> str:
    """Return a brief as Markdown with numbered footnotes.

    Args:
        brief: the brief.
        site: address of the site that permalinks lead to; None: statements are told by name.
    """
    lines = [f"# Brief: {escaped(title_of(brief))}", ""]
    lines += [f"- **{name}**: {escaped(told)}" for name, told in facts(brief)]
    lines += ["", f"*{escaped(warning(brief))}*", ""]
    for section in brief.sections:
        lines += [f"{'#' * section.level} {''.join(_parts(section.title, first=True))}", ""]
        lines += [f"- {''.join(_parts(s.parts, first=True))} ({marks_of(s)[0]})" for s in section.sentences]
        lines += [""] if section.sentences else []
        for note in section.notes:
            lines += [f"*{escaped(note)}*", ""]
        told = whole(section, brief, site)
        if told is not None:
            link = f"[{told.text}](<{_address(told.address)}>)"
            lines += [link if site is not None else f"{told.text}: `{command(section, brief)}`", ""]
    lines += ["## Sources", ""] if brief.citations else []
    lines += [f"*{NAMED}*", ""] if brief.citations and site is None else []
    for cited in brief.citations:
        lines += [f"[^{cited.number}]: {_note(cited, brief, site)}", ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _parts(parts: Sequence[Part], *, first: bool = False) -> Iterator[str]:
    for n, part in enumerate(parts):
        match part:
            case Words(text):
                # The space between words of ours and others' is ours, and stays.
                lead, tail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
                yield f"{' ' if lead else ''}{escaped(text, first=first and not n)}{' ' if tail and text.strip() else ''}"
            case Name(text):
                yield escaped(text, first=first and not n)
            case Quote():
                yield _quote(part)
            case Ref(number):
                yield f"[^{number}]"


def _quote(words: Quote) -> str:
    opening, closing = marks(words)
    told = GAP.replace("[", "\\[").replace("]", "\\]").join(escaped(text) for text in words.texts)
    return f"{opening}{told}{GAP.rstrip().replace('[', chr(92) + '[').replace(']', chr(92) + ']') if words.cut else ''}{closing}"


def _note(cited: Citation, brief: Brief, site: str | None) -> str:
    if not isinstance(cited, Cited):
        parts = [escaped(act_of(cited)), f"register: `{clean(cited.key).replace('`', '')}`"]
        parts += [f"days known with {cited.confidence} confidence"] if cited.confidence != "high" else []
        return f"{'; '.join(parts)}. Sources: {'; '.join(_source(s) for s in cited.sources)}."
    imprint = cited.imprint
    told = [escaped(imprint.outlet or "outlet not known", first=True), when(imprint)]
    told += [f"*{escaped(imprint.title)}*"] if imprint.title and clean(imprint.title) else []
    by_hand = f" Entered by hand by {escaped(imprint.entered_by)}." if imprint.entered_by is not None else ""
    places = "; ".join(f"{a}–{b}" for a, b in cited.words.spans)
    seen = f" {_source(imprint.url)}." if imprint.url is not None else ""
    return (
        f"{', '.join(told)}: {_quote(cited.words)} (characters {places}).{by_hand}{seen} {_where(cited, brief, site)};"
        f" {escaped(review_of(cited))}."
    )


def _where(cited: Cited, brief: Brief, site: str | None) -> str:
    if site is None:
        return f"Statement `{cited.anchor}`"
    told = ", ".join(f"[{link.text}](<{_address(link.address)}>)" for link in links(cited, brief, site))
    return f"Statement `{cited.anchor}`: {told}"


def _source(source: str) -> str:
    url, note = sourced(source)
    if url is None or not is_web(url):
        return escaped(source)
    return f"<{_address(url)}>{f' {escaped(note)}' if note else ''}"


def _address(address: str) -> str:
    """Return an address of which nothing can end it in Markdown or be read as markup."""
    return "".join(f"%{ord(c):02X}" if c in '<>"\\`{}|^ ' else c for c in address)
