"""What a person decides: confirm, correct, merge, split, enter evidence by hand, and take any of it back."""

import hashlib
from dataclasses import dataclass, replace
from datetime import date

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
    Stance,
    Statement,
    Voice,
)
from onrecord.version import __version__
from onrecord.weighing import anchor_of, official, root_of_name

__all__ = ["Evidence", "decide", "decisions", "enter", "undo"]


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
    check_kept("--by", by)
    check_kept("the speaker", value)
    if kind is JudgementKind.WRONG_STANCE and value not in list(Stance):
        raise AnchorError(anchor, f"the stance {value!r}", f"one of {', '.join(Stance)}")
    if kind is JudgementKind.WRONG_SPEAKER and not (value or "").strip():
        raise AnchorError(anchor, "a speaker without a name", "who said it")
    with ledger.writing() as writer:
        name = _present(writer, anchor)
        second = _present(writer, other) if other is not None else None
        if second == name:
            raise AnchorError(anchor, "one statement twice", "two statements")
        return writer.judge(kind, name, other=second, value=value, by=by)


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
    )
