"""Statements while they grow: words only, before names, stances and days are known."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.records import Relation, Span, Stance
from onrecord.registers import Cue, Hearsay

__all__ = ["Draft", "Hop", "by_word", "covers", "words_in"]


@dataclass(frozen=True, slots=True)
class Hop:
    """A link between the publisher and the source: the range of its words, and what it did."""

    span: Span
    relation: Relation


@dataclass(slots=True, eq=False)
class Draft:
    """A statement as ranges of words.

    Attributes:
        source: whose words; empty for the author and for voices the text leaves out.
        cue: the words that attribute; empty where there are none.
        content: what is said.
        verb: head word of the cue, if there is one.
        entry: what the lexicon says of the cue.
        denied: whether the cue is negated ("could not confirm").
        hops: links found beside the cue, outermost first.
        within: the statement in whose content this one stands.
        author: whether the author speaks.
        inferred: whether the author infers it from another's words ("implying that").
        hearsay: whether the text names no voice ("is said to").
        uncertain: whether the text leaves open where the content ends.
        soft: hearsay that its main clause is, within its source's words ("is expected to, diplomats said").
        stands_for: the source of the statement that this one took the place of, whose pronoun this source is.
        general: whether it is a habit and no answer on a day ("has repeatedly denied").
        reports: the statements that stand in its content.
        basis: how the source knows it, where the text says so.
        handed: heads of words beside the cue that tell when and where, of a cue that was dropped in favour of this one.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    verb: int | None = None
    entry: Cue | None = None
    denied: bool = False
    hops: list[Hop] = field(default_factory=list)
    within: "Draft | None" = None
    author: bool = False
    inferred: bool = False
    hearsay: bool = False
    uncertain: bool = False
    soft: Hearsay | None = None
    stands_for: Span | None = None
    general: bool = False
    reports: "list[Draft]" = field(default_factory=list)
    basis: str | None = None
    handed: list[int] = field(default_factory=list)

    @property
    def start(self) -> int:
        """First word of the whole statement."""
        return min(a for a, _ in (*self.source, *self.cue, *self.content))

    @property
    def place(self) -> int:
        """Word that the statement is ordered by: its cue's first, else its content's."""
        return (self.cue or self.content)[0][0]

    @property
    def force(self) -> Stance | None:
        """Stance that the cue alone gives; None where the lexicon does not know it."""
        if self.entry is None:
            return None
        return self.entry.negated if self.denied else self.entry.stance


def words_in(spans: tuple[Span, ...]) -> set[int]:
    """Return the word numbers of ranges."""
    return {i for a, b in spans for i in range(a, b)}


def covers(outer: tuple[Span, ...], i: int) -> bool:
    """Whether a word lies in one of the ranges."""
    return any(a <= i < b for a, b in outer)


def by_word(drafts: Iterable[Draft]) -> dict[int, list[Draft]]:
    """Return the drafts whose content holds a word, by its number, in their order."""
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        for k in words_in(draft.content):
            found.setdefault(k, []).append(draft)
    return found
