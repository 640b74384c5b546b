"""What the standing of a claim takes from a statement, short enough to read all those of a large claim at once."""

from datetime import date
from typing import NamedTuple

from onrecord.records.claims import Said
from onrecord.records.values import Outcome, Review, Stance, Support

__all__ = ["Gist", "Noted"]

LONGEST = 200
"""Characters kept of a statement's words, of which a title is made where no deed is told."""


class Gist(NamedTuple):
    """A statement as the standing of its claim takes it: a plain tuple, since they are made by the thousand.

    Attributes:
        anchor: the statement's name.
        public_on: public day of its document.
        place: its place in the order of its document.
        proposition: name of what it says; None where it only joins another.
        joins: anchor of the statement of its document that it joins; None where it is the first.
        stance: the source's stance to the claim.
        condition: whether it holds only under a condition.
        scope: the words that limit it; None if it is general.
        source: who says it; None where none is told.
        speaks_for: the body the source speaks for.
        root: key and family of where it comes from, whether that counts, and the outlet it came out in ("" if unknown); None
            where the lineage is not recorded.
        own: whether its own words tell it.
        phase: of a measure "to come", "put on", "in force"; "" for others.
        last: latest day of the deed.
        involved: who it comes from, where that is somebody on either side of the deed; None else.
        title: the deed in words; "" if none is told.
        parts: of doer, other side and goods how many are told.
        words: beginning of the statement's words, where it has no title.
        length: how many characters its words have.
        reviewed: whether a person has confirmed or corrected it.
    """

    anchor: str
    public_on: date
    place: int
    proposition: str | None
    joins: str | None
    stance: Stance | None
    condition: bool
    scope: str | None
    source: str | None
    speaks_for: str | None
    root: tuple[str, str, bool, str] | None
    own: bool
    phase: str
    last: date | None
    involved: str | None
    title: str
    parts: int
    words: str
    length: int
    reviewed: bool

    @classmethod
    def of(cls, said: Said, place: int) -> "Gist":
        """Return the gist of a statement at a place in its document."""
        fact, root = said.fact, said.root
        title = fact.title if fact is not None else ""
        involved = None
        if fact is not None and root is not None:
            on_a_side = any(root.family in (p.name, p.state) for p in (*fact.giver, *fact.taker))
            involved = (said.speaks_for or said.source or root.name) if on_a_side else None
        return cls(
            anchor=said.anchor,
            public_on=said.imprint.public_on,
            place=place,
            proposition=said.proposition,
            joins=said.joins,
            stance=said.stance,
            condition=said.condition,
            scope=said.scope,
            source=said.source,
            speaks_for=said.speaks_for,
            root=(root.key, root.family, root.counted, said.imprint.outlet or "") if root is not None else None,
            own=fact is not None and fact.own,
            phase=fact.phase if fact is not None else "",
            last=fact.last if fact is not None else None,
            involved=involved,
            title=title,
            parts=bool(fact.giver) + bool(fact.taker) + bool(fact.goods) if fact is not None else 0,
            words="" if title else said.text[:LONGEST],
            length=len(said.text),
            reviewed=said.review is not Review.UNREVIEWED,
        )

    @property
    def document(self) -> str:
        """Id of its document, by which its name begins."""
        return self.anchor.partition(".")[0]


class Noted(NamedTuple):
    """A change in the standing of a claim as the ledger notes it down; what else it amounts to follows from the causes.

    Attributes:
        on: the public day.
        causes: anchors of the statements that became public on it; none where a deadline passed.
        origins: independent families from then on.
        support: how far it was supported from then on.
        outcome: for what lay in the future; None for what is told as done.
    """

    on: date
    causes: tuple[str, ...]
    origins: int
    support: Support
    outcome: Outcome | None
