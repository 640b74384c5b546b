"""Who says what in this document, and what have people made of it? One document with its reading, and a statement in focus."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from onrecord.errors import AnchorError
from onrecord.flow.components import components
from onrecord.ledger import Kept, Ledger, Neighbour, ReadAs, Reader
from onrecord.records import Claim, Document, Judgement, Review, Said, Span, Stance
from onrecord.weighing import judged, name_of

__all__ = ["Focus", "Opened", "Told", "opened", "parts_of", "statement"]

WHOLE = 100_000
"""Characters up to which a text is shown whole."""
PART = 50_000
"""Characters, about, of a part of a longer one."""
_ID = re.compile(r"s[1-9][0-9]{0,8}")
Spans = tuple[Span, ...]
Layer = tuple[Mapping[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A statement of a document as it was read, and as people have left it.

    Attributes:
        id: its id in this reading.
        number: the number in it.
        anchor: its permanent name.
        read: the statement as schema ``onrecord.reading/1``, as the machine read it.
        said: what was made of it for weighing, as people have corrected it: one for each deed; none where it only tells that
            another statement was made.
        source: where the words for the source stand.
        cue: where the words stand that attribute.
        content: where what is said stands, as people have corrected it.
    """

    id: str
    number: int
    anchor: str
    read: Mapping[str, Any]
    said: tuple[Said, ...]
    source: Spans
    cue: Spans
    content: Spans

    @property
    def stance(self) -> Stance | None:
        """The source's stance: to the claim, as people have corrected it, else to its own words."""
        if self.said:
            return self.said[0].stance
        return Stance(self.read["stance"]) if self.read["stance"] is not None else None

    @property
    def speaker(self) -> str | None:
        """Who says it, as people have corrected it; None where that is not told."""
        if self.said:
            return self.said[0].source
        source = self.read["source"]
        return (source["speaker"] or source["name"]) if source is not None else None

    @property
    def review(self) -> Review:
        """Whether a person has looked at it."""
        return self.said[0].review if self.said else Review.UNREVIEWED

    @property
    def begins(self) -> int:
        """Where the first of its words stands."""
        return min((a for spans in (self.source, self.cue, self.content) for a, _ in spans), default=0)


@dataclass(frozen=True, slots=True)
class Focus:
    """The statement in focus.

    Attributes:
        told: the statement.
        claims: for each deed it tells the claim it belongs to, as of the day asked; None where nothing of it was public then.
        decisions: what people have decided about it.
        events: what is said in it to be done, as schema ``onrecord.reading/1``.
    """

    told: Told
    claims: tuple[tuple[Said, Claim | None], ...]
    decisions: tuple[Judgement, ...]
    events: Layer


@dataclass(frozen=True, slots=True)
class Opened:
    """A document, and what its page tells.

    Attributes:
        kept: the document, with what the ledger noted of it.
        before: its earlier state, of the same address.
        after: its later state.
        reading: the reading; None where the ledger held none at the moment asked for.
        title: its title, else its headline; None where it has neither.
        headline: where the headline stands in the text; none where the text has none.
        parts: the text's parts, of which one is shown.
        part: number of the one shown, from 0.
        statements: how many statements there are in all.
        told: those of which words stand in the part shown, in the order of their words.
        voices: who speaks in the statements by whose ids events tell how far a voice commits itself.
        focus: the statement in focus, if one is.
        measures: the measures that this part speaks of, each with what the register says.
        dates: its days.
        quantities: its numbers.
        entities: whom and what it names.
    """

    kept: Kept
    before: Neighbour | None
    after: Neighbour | None
    reading: ReadAs | None
    title: str | None
    headline: Spans
    parts: Spans
    part: int
    statements: int
    told: tuple[Told, ...]
    voices: Mapping[str, str | None]
    focus: Focus | None
    measures: Layer
    dates: Layer
    quantities: Layer
    entities: Layer


def opened(
    ledger: Ledger,
    document: str,
    *,
    focus: str | None = None,
    part: int = 0,
    on: date | None = None,
    known_by: str | None = None,
) -> Opened:
    """Return a document with the statements of the part shown, and one in focus with the claim it belongs to.

    Args:
        ledger: the ledger.
        document: its id.
        focus: a statement: its id in the reading ("s3"), or its anchor, also one of an earlier reading.
        part: number of the part of a long text, from 0; that of the focus outranks it.
        on: the day by which the claim of the focus stands; None: by all that is known.
        known_by: a moment, ISO 8601: what the ledger held then.

    Raises:
        AnchorError: there is no document of this id, no such statement in it, or no such part.
    """
    with ledger.reading() as reader:
        kept = reader.kept(document)
        text = kept.document.text
        reading = reader.read_as(document, text, known_by) if _held(kept, known_by) else None
        before, after = reader.neighbours(document, known_by)
        told: Mapping[str, Any] = reading.told if reading is not None else {"statements": (), "headline": None}
        parts = parts_of(text)
        chosen = _chosen(reader, document, told["statements"], focus, known_by) if focus is not None else None
        shown = _part_of(parts, chosen) if chosen is not None else part
        if not 0 <= shown < len(parts):
            raise AnchorError(document, f"part {part + 1} of its text", f"one of {len(parts)}")
        here = [s for s in told["statements"] if _touches(_all(s), parts[shown])]
        statements = _with_people(reader, document, here, known_by)
        at = next((s for s in statements if chosen is not None and s.id == chosen["id"]), None)
        found = _focus(reader, at, told, on, known_by) if at is not None else None
    headline = told["headline"]
    return Opened(
        kept=kept,
        before=before,
        after=after,
        reading=reading,
        title=kept.document.title or (headline["text"].lstrip("# ").strip() if headline is not None else None) or None,
        headline=_spans(headline["spans"]) if headline is not None else (),
        parts=parts,
        part=shown,
        statements=len(told["statements"]),
        told=tuple(sorted(statements, key=lambda s: (s.begins, s.number))),
        voices=_voices(told["statements"], statements, found),
        focus=found,
        **{
            name: tuple(x for x in told.get(name, ()) if _touches(_spans(x["spans"]), parts[shown]))
            for name in ("measures", "dates", "quantities")
        },
        entities=tuple(_named_in(told.get("entities", ()), parts[shown])),
    )


def statement(ledger: Ledger, document: str, focus: str) -> tuple[Document, Told]:
    """Return a statement of the present reading of a document, with the document.

    Args:
        ledger: the ledger.
        document: its id.
        focus: the statement, as ``opened`` takes it.

    Raises:
        AnchorError: there is no such document, or no such statement in it.
    """
    with ledger.reading() as reader:
        kept = reader.kept(document).document
        reading = reader.read_as(document, kept.text)
        chosen = _chosen(reader, document, reading.told["statements"] if reading is not None else (), focus, None)
        (found,) = _with_people(reader, document, [chosen], None)
    return kept, found


def parts_of(text: str) -> Spans:
    """Return the parts in which a text is shown: one, or for a long one several, cut where a paragraph ends if one does."""
    found, start = [], 0
    while len(text) - start > (WHOLE if start == 0 else PART + PART // 2):
        earliest, latest = start + PART // 2, start + PART
        cut = text.rfind("\n", earliest, latest) + 1
        if cut <= earliest:
            cut = next((k + 1 for k in range(latest, earliest, -1) if text[k].isspace()), latest)
        while cut < len(text) and (unicodedata.combining(text[cut]) or text[cut] == "\u200d"):
            cut += 1
        found.append((start, cut))
        start = cut
    return (*found, (start, len(text)))


def _held(kept: Kept, known_by: str | None) -> bool:
    return known_by is None or kept.recorded_at <= known_by


def _spans(spans: Iterable[Sequence[int]]) -> Spans:
    return tuple((a, b) for a, b in spans)


def _parts(read: Mapping[str, Any]) -> tuple[Spans, Spans, Spans]:
    """Return where source, cue and content of a statement stand as it was read."""
    source, cue = read["source"], read["cue"]
    return (
        _spans(source["spans"]) if source is not None else (),
        _spans(cue["spans"]) if cue is not None else (),
        _spans(read["content"]["spans"]),
    )


def _all(read: Mapping[str, Any]) -> Spans:
    return tuple(span for spans in _parts(read) for span in spans)


def _touches(spans: Spans, part: Span) -> bool:
    return any(a < part[1] and part[0] < b for a, b in spans)


def _part_of(parts: Spans, read: Mapping[str, Any]) -> int:
    """Return the part in which what is said begins."""
    begins = min((a for a, _ in read["content"]["spans"]), default=0)
    return next((n for n, (a, b) in enumerate(parts) if a <= begins < b), 0)


def _chosen(
    reader: Reader, document: str, statements: Sequence[Mapping[str, Any]], focus: str, known_by: str | None
) -> Mapping[str, Any]:
    """Return the statement that an id or an anchor names."""
    if _ID.fullmatch(focus):
        found = next((s for s in statements if s["id"] == focus), None)
        if found is None:
            raise AnchorError(document, f"statement {focus!r}", f"one of the {len(statements)} of its reading")
        return found
    name = focus.strip().lower()
    name = name if name.startswith(document) else f"{document}.{name}"
    named = {_name(document, s): s for s in statements}
    base = name[: len(document) + 9]
    if base not in named:
        stands = reader.stands_as(reader.whole(name), known_by)
        base = stands[: len(document) + 9] if stands is not None else ""
    if base not in named:
        expected = "one of the present reading, of which none shares half of its words"
        raise AnchorError(focus, "a statement of an earlier reading", expected)
    return named[base]


def _name(document: str, read: Mapping[str, Any]) -> str:
    _, cue, content = _parts(read)
    return name_of(document, cue, content)


def _with_people(reader: Reader, document: str, read: Sequence[Mapping[str, Any]], known_by: str | None) -> list[Told]:
    """Return statements as people have corrected them."""
    names = {s["id"]: _name(document, s) for s in read}
    said = reader.told_in(document, set(names.values()), known_by)
    corrected, _, _ = judged(said, reader.judgements([s.anchor for s in said], known_by))
    deeds = defaultdict[str, list[Said]](list)
    for one in corrected:
        deeds[one.anchor[: len(document) + 9]].append(one)
    found = []
    for s in read:
        source, cue, content = _parts(s)
        mine = tuple(deeds.get(names[s["id"]], ()))
        right = mine[0].content if mine and mine[0].content else content
        found.append(Told(s["id"], int(s["id"][1:]), names[s["id"]], s, mine, source, cue, right))
    return found


def _focus(reader: Reader, told: Told, reading: Mapping[str, Any], on: date | None, known_by: str | None) -> Focus:
    """Return what belongs to the statement in focus, weighing no other claims than those of the clusters it is in."""
    anchors = [s.anchor for s in told.said]
    clusters = {a: reader.cluster_of(a, known_by) for a in anchors}
    held = components(reader, sorted(set(clusters.values())), known_by)
    claims = {
        s.anchor: claim
        for part in held
        for claim in part.claims(part.day(on))
        for s in claim.statements
        if s.anchor in clusters
    }
    decided = [j for j in reader.judgements(anchors, known_by) if {j.placed, j.other_placed} & set(anchors)]
    wanted = set(told.read["events"] or ())
    events = tuple(e for e in reading["events"] if e["id"] in wanted)
    return Focus(told, tuple((s, claims.get(s.anchor)) for s in told.said), tuple(decided), events)


def _voices(read: Iterable[Mapping[str, Any]], told: Sequence[Told], focus: Focus | None) -> Mapping[str, str | None]:
    """Return who speaks in the statements by which the events in focus tell factuality, as people have corrected them."""
    wanted = {voice for e in (focus.events if focus is not None else ()) for voice in e["factuality"]}
    right = {s.id: s.speaker for s in told}
    found: dict[str, str | None] = {}
    for s in read:
        if s["id"] in wanted:
            source = s["source"]
            name = (source["speaker"] or source["name"]) if source is not None else None
            found[s["id"]] = right.get(s["id"], name)
    return found


def _named_in(entities: Iterable[Mapping[str, Any]], part: Span) -> list[Mapping[str, Any]]:
    """Return the entities that a part of the text names, the most often named first, each with how often."""
    found = []
    for e in entities:
        times = sum(_touches(_spans(m["spans"]), part) for m in e["mentions"])
        if times:
            found.append({**e, "times": times})
    return sorted(found, key=lambda e: -e["times"])
