"""Who is who in a text, as the caller sees it; every coordinate is a word number of the parse."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import EntityKind, Name, Parse, Span

__all__ = ["Cluster", "Entities", "Form", "Mention"]


class Form(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    DESCRIPTION = "description"
    PRONOUN = "pronoun"
    COORDINATION = "coordination"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for an entity.

    Attributes:
        form: name ("Mr Kirby" without the "Mr"), description ("the minister"), pronoun (of the third person, and "I" in
            a quotation whose speaker is known), or several joined by "and".
        span: half-open range of words.
        head: the word of the range that the others hang on.
    """

    form: Form
    span: Span
    head: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """One person, body, place, group or thing, and every mention of it.

    Attributes:
        number: its place in ``Entities.clusters``.
        name: words of its fullest name joined by a space, possessive marks left off; None if the text never names it.
        canonical: where that name stands; for what has no name, its first mention.
        kind: kind of its name; of what has none, person or organisation where its noun tells, else None.
        gender: "f", "m", or "" where nothing tells.
        plural: whether it is several (officials; Blinken and Austin).
        mentions: every mention, in order.
        roles: ranges of the words that say what it is: titles, appositions and predicates ("Foreign Minister",
            "the White House spokesman", "spokesman of the council"), in order.
        members: numbers of the clusters a coordination joins.
    """

    number: int
    name: str | None
    canonical: Span
    kind: EntityKind | None
    gender: str
    plural: bool
    mentions: tuple[Mention, ...]
    roles: tuple[Span, ...]
    members: tuple[int, ...]

    @property
    def introduced(self) -> Mention:
        """The mention that introduces it: the first that is a name, or else the first that is no pronoun."""
        found = [m for m in self.mentions if m.form is Form.NAME] or [
            m for m in self.mentions if m.form is not Form.PRONOUN
        ]
        return found[0] if found else self.mentions[0]


@dataclass(frozen=True, slots=True)
class Entities:
    """The clusters of a text and where to find them.

    Attributes:
        parse: the text they were found in.
        clusters: in the order of their first mentions.
        at: number of the cluster each head word and each word of a name stands for.
        antecedents: for each pronoun and description that takes something up, the nearest mention with more to say:
            a name if its cluster has one by then, else a description; of a pronoun before its name, that name.
    """

    parse: Parse
    clusters: tuple[Cluster, ...]
    at: Mapping[int, int]
    antecedents: Mapping[int, Mention]

    def of_name(self, name: Name) -> Cluster:
        """Return the cluster of a name of the parse."""
        return self.clusters[self.at[name.start]]

    def of_word(self, word: int) -> Cluster | None:
        """Return the cluster that a word stands for: a pronoun, the head of a description, a word of a name."""
        number = self.at.get(word)
        return None if number is None else self.clusters[number]

    def of_span(self, span: Span) -> Cluster | None:
        """Return the cluster that a phrase, such as a source, stands for; None if nothing tells.

        A phrase stands for what its head word stands for: "his deputy" for the deputy, "the head of Mossad" for the head.
        """
        return self.of_word(self.parse.head_of(span)) if span[0] < span[1] else None

    def antecedent(self, word: int) -> Mention | None:
        """Return the mention a pronoun or description takes up, given by its head word."""
        return self.antecedents.get(word)
