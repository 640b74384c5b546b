"""What a person decides: confirm, correct, merge, split, enter evidence by hand, and take any of it back."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from onrecord.errors import AnchorError, DateError, NotTextError
from onrecord.flow import days
from onrecord.flow.texts import check_kept
from onrecord.ledger import Ledger, Reader
from onrecord.records import (
    Content,
    Document,
    Imprint,
    Judgement,
    JudgementKind,
    MadeBy,
    Naming,
    Parse,
    Quotation,
    Reading,
    Review,
    Said,
    Span,
    Stance,
    Statement,
    Voice,
    told_spans,
)
from onrecord.version import __version__
from onrecord.weighing import anchor_of, judged, official, root_of_name

__all__ = ["Evidence", "correct_words", "decide", "decide_all", "decision", "decisions", "enter", "merge", "undo"]

LONGEST = 10_000
"""Characters that the words of a statement may have."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A statement that no article here holds: an image analysis, a customs record, an original in another language.

    Attributes:
        words: the words, or what the thing shows.
        source: whose statement it is.
        day: the day on which it became public.
        stance: the source's stance to the claim.
        link: address or file where it can be seen.
        translator: who put it into English, if it was not.
    """

    words: str
    source: str
    day: date
    stance: Stance
    link: str | None
    translator: str | None


def decide(
    ledger: Ledger, kind: JudgementKind, anchor: str, *, by: str, other: str | None = None, value: str | None = None
) -> Judgement:
    """Keep a decision about a statement, or about two.

    Raises:
        AnchorError: no statement is so called, the stance is none, or the speaker has no name.
        NotTextError: a name is none that a ledger can hold.
    """
    _check(kind, anchor, by, value)
    with ledger.writing() as writer:
        name = _present(writer, anchor)
        second = _present(writer, other) if other is not None else None
        if second == name:
            raise AnchorError(anchor, "one statement twice", "two statements")
        return writer.judge(kind, name, other=second, value=value, by=by)


def decide_all(
    ledger: Ledger, kind: JudgementKind, anchors: Sequence[str], *, by: str, value: str | None = None
) -> list[Judgement]:
    """Keep a decision about each of some statements, all of them or none: of one sentence that tells several deeds.

    Raises:
        AnchorError: no statement is so called, the stance is none, or the speaker has no name.
        NotTextError: a name is none that a ledger can hold.
    """
    for anchor in anchors:
        _check(kind, anchor, by, value)
    with ledger.writing() as writer:
        return [writer.judge(kind, _present(writer, anchor), value=value, by=by) for anchor in anchors]


def correct_words(ledger: Ledger, anchors: Sequence[str], spans: Sequence[Span], *, by: str) -> list[Judgement]:
    """Keep where the words of a statement really stand: where what is said begins and ends.

    Args:
        ledger: the ledger.
        anchors: the statement; of a sentence that tells several deeds the statement of each.
        spans: the right spans, in code points of the document's text.
        by: who decides.

    Raises:
        AnchorError: no statement is so called, the spans are none of its document, or those that it has.
        NotTextError: the name of who decides is none that a ledger can hold.
    """
    check_kept("--by", by)
    with ledger.writing() as writer:
        names = [_present(writer, anchor) for anchor in anchors]
        values = [_right_words(writer, name, tuple(spans)) for name in names]
        told = zip(names, values, strict=True)
        return [writer.judge(JudgementKind.WRONG_SPAN, name, value=value, by=by) for name, value in told]


def _right_words(reader: Reader, name: str, spans: tuple[Span, ...]) -> str:
    """Return corrected words as a decision keeps them."""
    document = reader.document(name.partition(".")[0])
    length, told = len(document.text), ", ".join(f"{a}-{b}" for a, b in spans) or "no spans"
    if not spans or any(not 0 <= a < b <= length for a, b in spans) or any(a[1] > b[0] for a, b in pairwise(spans)):
        expected = f"spans in order, each with an end after its beginning, within 0-{length}"
        raise AnchorError(name, told, expected)
    words = document.slice(spans)
    if not words.strip() or len(words) > LONGEST:
        got = f"{len(words):,} characters" if words.strip() else "nothing but white space"
        raise AnchorError(name, f"{told}: {got}", f"the words of one statement, {LONGEST:,} characters at most")
    held = judged(reader.said_of([name]).values(), reader.judgements([name]))[0]
    if held and held[0].content == spans:
        raise AnchorError(name, f"{told}: the words that it has", "others, or a confirmation")
    return told_spans(spans, words)


def _check(kind: JudgementKind, anchor: str, by: str, value: str | None) -> None:
    check_kept("--by", by)
    check_kept("the speaker", value)
    if kind is JudgementKind.WRONG_STANCE and value not in list(Stance):
        raise AnchorError(anchor, f"the stance {value!r}", f"one of {', '.join(Stance)}")
    if kind is JudgementKind.WRONG_SPEAKER and not (value or "").strip():
        raise AnchorError(anchor, "a speaker without a name", "who said it")
    if kind is JudgementKind.WRONG_SPAN:
        raise AnchorError(anchor, "no spans", "where the words stand, as `correct_words` takes them")


def _present(reader: Reader, anchor: str) -> str:
    """Return the full name of a statement as it stands in the present reading of its document.

    Raises:
        AnchorError: no statement is so called, or its document has been read again without it.
    """
    found = reader.stands_as(reader.whole(anchor))
    if found is None:
        expected = "one of the present reading, of which none shares half of its words"
        raise AnchorError(anchor, "a statement of an earlier reading", expected)
    return found


def merge(ledger: Ledger, anchors: Sequence[str], *, by: str) -> list[Judgement]:
    """Decide that the claims of several statements are one: each of the others joined to the first, all or none of them.

    Raises:
        AnchorError: no statement is so called, or there are not two of them.
        NotTextError: a name is none that a ledger can hold.
    """
    check_kept("--by", by)
    with ledger.writing() as writer:
        names = list(dict.fromkeys(_present(writer, anchor) for anchor in anchors))
        if len(names) < 2:
            got = "one statement" if len(anchors) < 2 else "one statement twice"
            raise AnchorError(names[0] if names else "merging", got, "two statements")
        return [writer.judge(JudgementKind.SAME, names[0], other=n, value=None, by=by) for n in names[1:]]


def decision(ledger: Ledger, number: int) -> Judgement | None:
    """Return the decision of a number; None if there is none."""
    with ledger.reading() as reader:
        return reader.judgement(number)


def undo(ledger: Ledger, number: int, *, by: str) -> Judgement:
    """Take a decision back; both are kept.

    Raises:
        AnchorError: there is none of this number, or it has been taken back.
        NotTextError: the name of who takes it back is none that a ledger can hold.
    """
    check_kept("--by", by)
    with ledger.writing() as writer:
        return writer.undo(number, by)


def decisions(ledger: Ledger, *, unplaced: bool = False) -> list[Judgement]:
    """Return every decision, or those alone that stand on no statement of the present readings."""
    with ledger.reading() as reader:
        found = reader.judgements()
    lost = [j for j in found if not j.undone and (j.placed is None or (j.other is not None and j.other_placed is None))]
    return lost if unplaced else found


def enter(ledger: Ledger, evidence: Evidence, *, claim: str, by: str) -> tuple[str, Judgement]:
    """Keep evidence by hand as a document of its own, its statement joined to a claim; its anchor and the decision.

    Raises:
        AnchorError: no statement is called as the claim, or the evidence is kept already.
        DateError: the day lies in the future.
        NotTextError: there are no words, or no source, or none that a ledger can hold.
    """
    check_kept("--by", by)
    check_kept("evidence", evidence.words, evidence.source, evidence.link, evidence.translator)
    if not evidence.words.strip() or not evidence.source.strip():
        raise NotTextError("evidence", "no words or no source", "what is shown, and whose word it is")
    if evidence.day > days.today():
        raise DateError("--day", evidence.day.isoformat(), "a day that has come")
    document = Document(evidence.words, url=evidence.link, outlet=evidence.source, published_on=evidence.day)
    reading = _entered(document, evidence, by)
    said = _said(document, reading.statements[0], evidence, by)
    kept = {"source": evidence.source, "by": by, "translator": evidence.translator, "link": evidence.link}
    with ledger.writing() as writer:
        target = _present(writer, claim)
        if writer.has(document.id):
            expected = f"something new, or `onrecord judge same {said.anchor} {claim}`"
            raise AnchorError(said.anchor, "evidence that is kept already", expected)
        writer.add_document(document, kind="entered", entered=kept)
        writer.add_reading(reading, [said], [])
        decision = writer.judge(JudgementKind.SAME, said.anchor, other=target, value=None, by=by)
    return said.anchor, decision


def _entered(document: Document, evidence: Evidence, by: str) -> Reading:
    whole = ((0, len(document.text)),)
    voice = Voice(evidence.source, None, Naming.NAMED, None, None, None, None, None, (), None, evidence.source)
    statement = Statement(
        id="s1",
        source=voice,
        via=(),
        cue=None,
        content=Content(whole, document.text, uncertain=False),
        quotation=Quotation.NONE,
        stance=evidence.stance,
        certainty=None,
        condition=None,
        scope=None,
        said_on=None,
        review=Review.CONFIRMED,
        events=(),
    )
    hand = hashlib.sha256(by.encode()).hexdigest()[:12]
    empty = Parse((), (), (), 0, (), (), (), (), (), (), ())
    made_by = MadeBy(__version__, "entered by hand", hand, "none")
    return Reading(made_by, document, (statement,), (), (), (), (), (), None, (), empty)


def _said(document: Document, statement: Statement, evidence: Evidence, by: str) -> Said:
    root = root_of_name(evidence.source, supports=evidence.stance is Stance.ASSERTS)
    return Said(
        anchor=anchor_of(document.id, statement),
        imprint=replace(Imprint.of(document), entered_by=by, translator=evidence.translator),
        id="s1",
        spans=statement.content.spans,
        text=document.text,
        stance=evidence.stance,
        certainty=None,
        condition=False,
        scope=None,
        source=evidence.source,
        speaks_for=official(root.family),
        via=(),
        root=root,
        fact=None,
        words=(),
        joins=None,
        review=Review.CONFIRMED,
        content=statement.content.spans,
    )
