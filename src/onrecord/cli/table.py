"""A reading as a table for people: whose word, how firmly, what is said, when, where."""

from bisect import bisect_right
from typing import TextIO

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.claims import show_claims
from onrecord.cli.happenings import show_events, show_measures
from onrecord.cli.words import plain, some
from onrecord.records import Certainty, Link, Reading, Relation, Statement, Voice, VoiceKind

__all__ = ["console", "show_reading"]


def console(file: TextIO) -> Console:
    """Return a console that keeps a table readable when nobody watches: 100 columns then, the terminal's otherwise."""
    return Console(file=file, width=None if file.isatty() else 100, highlight=False, markup=False, emoji=False)


def show_reading(reading: Reading, source: str, out: Console) -> None:
    """Print one reading."""
    document = reading.document
    heading = (reading.headline.text.lstrip("# ") if reading.headline else None) or document.title or source
    told = [
        document.outlet or "outlet unknown",
        document.published_on.isoformat() if document.published_on else "day unknown",
    ]
    out.print(Text(plain(heading), style="bold"))
    out.print(Text(plain(f"{' · '.join(told)} · {document.url or source} · {len(reading.word_spans)} words")))
    if not reading.statements:
        out.print(Text("Nobody is quoted or reported as saying anything here, as far as this version can tell.\n"))
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
    table.add_column("", no_wrap=True)
    table.add_column("on whose word", max_width=27, overflow="fold")
    table.add_column("cue, stance, day", max_width=18, overflow="fold")
    table.add_column("what is said", overflow="fold")
    table.add_column("where", no_wrap=True)
    starts = [reading.word_spans[reading.parse.sentences[a][0]][0] for a, b in reading.parse.paragraphs if b > a]
    for statement in reading.statements:
        table.add_row(*_row(statement, reading, starts))
    out.print(table)
    n = len(reading.statements)
    out.print(Text(f"{some(n, 'statement')}, read by machine, reviewed by nobody. Where: paragraph, characters.\n"))
    show_events(reading, out)
    show_measures(reading, out)
    show_claims(reading, out)


def _row(statement: Statement, reading: Reading, starts: list[int]) -> tuple[Text, ...]:
    said = Text(" … ".join(plain(reading.document.text[a:b]) for a, b in statement.content.spans))
    for label, passage in (("condition", statement.condition), ("scope", statement.scope)):
        if passage is not None:
            said.append(f"\n{label}: {plain(passage.text)}", style="italic")
    spans = [
        *statement.content.spans,
        *(statement.cue.spans if statement.cue else ()),
        *(statement.source.spans if statement.source else ()),
    ]
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    return (
        Text(statement.id, style="dim"),
        _chain(statement),
        _manner(statement),
        said,
        Text(f"{_paragraph(reading, starts, first)} {first}-{last}", style="dim"),
    )


def _chain(statement: Statement) -> Text:
    """Return the chain, outermost first: relays before an arrow, the place of utterance behind the source."""
    relays = [link for link in statement.via or () if link.relation is Relation.RELAY]
    venues = [link for link in statement.via or () if link.relation is Relation.UTTERANCE]
    shown = Text("".join(f"{_named(link)} ← " for link in relays))
    shown.append(_who(statement.source))
    if venues:
        shown.append(f", in {', '.join(_named(link) for link in venues)}")
    if statement.source is not None and statement.source.speaks_for is not None:
        shown.append(f" (for {plain(statement.source.speaks_for)})", style="dim")
    return shown


def _named(link: Link) -> str:
    return plain(link.name or link.text)


def _who(voice: Voice | None) -> str:
    if voice is None:
        return "not stated"
    if voice.kind is VoiceKind.AUTHOR:
        return "the author"
    if voice.text is None:
        return "an unnamed voice"
    own = plain(voice.text)
    name = voice.speaker or voice.name
    if name is None or name.casefold() in voice.text.casefold():
        return own
    return f"{plain(name)} [{own}]"


def _manner(statement: Statement) -> Text:
    cue = Text(plain(statement.cue.text)) if statement.cue is not None else Text("")
    told = [str(statement.stance)] if statement.stance is not None else []
    if statement.certainty not in (None, Certainty.CERTAIN):
        told.append(str(statement.certainty))
    if statement.said_on is not None:
        told.append(statement.said_on.edtf)
    if told:
        cue.append(("\n" if statement.cue is not None else "") + ", ".join(told), style="dim")
    return cue


def _paragraph(reading: Reading, starts: list[int], offset: int) -> str:
    """Return "head" for the headline, otherwise the number of the paragraph, counted without it."""
    number = bisect_right(starts, offset)
    return "head" if number <= reading.parse.headline else f"¶{number - reading.parse.headline}"
