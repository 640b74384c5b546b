"""Entities while a text is read from left to right: what is known of each so far, and how present it is."""

from dataclasses import dataclass, field

from onrecord.reading.coreference.entities import Form
from onrecord.reading.coreference.mentions import Found
from onrecord.records import EntityKind, Span

__all__ = ["PLAIN", "Draft", "Weights"]


@dataclass(frozen=True, slots=True)
class Weights:
    """What makes one entity more likely than another to be meant by a pronoun.

    An entity's presence is the sum of its mentions' weights, each faded by how far back it lies; this is the salience of
    Lappin and Leass (1994) with one rate for sentences and one for paragraphs. The values were chosen on GUM's training
    part: news and interviews (``python -m evaluation.pronouns --part train``), speeches counting a third. Values round
    these differ by a pronoun or two, except that slower fading is worse.

    Attributes:
        fade: what is left of a mention's weight one sentence on.
        paragraph: sentences that the start of a paragraph counts for.
        subject: weight of a subject.
        other: weight of whatever is no subject.
        speaker: by what the presence of whoever spoke last counts, when the pronoun is itself a source ("..., he said").
        matrix: added for the subject of the clause that the pronoun's clause hangs on ("Kirby said he ...").
        told: added where the gender is told, not merely possible.
        named: added for what has a name.
        cataphora: presence of the subject to come of a clause that the pronoun's phrase opens ("In his speech, Kirby ...").
        spoken_of: taken off for who is named in the words that the pronoun is the source of.
        group, body, place, thing: for "they", by what a coordination's, an organisation's, a place's and an inanimate
            plural's presence is multiplied; that of people stays.
    """

    fade: float = 0.4
    paragraph: float = 0.5
    subject: float = 1.0
    other: float = 0.6
    speaker: float = 1.5
    matrix: float = 0.6
    told: float = 0.2
    named: float = 0.1
    cataphora: float = 0.7
    spoken_of: float = 1.5
    group: float = 0.8
    body: float = 0.5
    place: float = 0.4
    thing: float = 0.4


PLAIN = Weights()


@dataclass(slots=True)
class Draft:
    """An entity while it grows.

    Attributes:
        number: order of appearance in the reader's list.
        kind: kind of its name, if it has one.
        gender: "f", "m" or "".
        person: whether it is one person; ``plural``: several; ``group``: one body.
        plural: see ``person``.
        group: see ``person``.
        named: whether it has a name.
        members: the drafts a coordination joins.
        mentions: its mentions so far, each as its place among all.
        nouns: nouns it was called, each with what told it apart.
        roles: phrases that say what it is.
        latest: its last mention of each form.
        presence: salience at ``clock``.
        clock: when it was last mentioned, in sentences.
    """

    number: int
    kind: EntityKind | None = None
    gender: str = ""
    person: bool = False
    plural: bool = False
    group: bool = False
    named: bool = False
    members: tuple[int, ...] = ()
    mentions: list[int] = field(default_factory=list)
    nouns: dict[str, set[str]] = field(default_factory=dict)
    roles: set[Span] = field(default_factory=set)
    latest: dict[Form, int] = field(default_factory=dict)
    presence: float = 0.0
    clock: float = 0.0

    def touch(self, clock: float, weight: float, fade: float) -> None:
        """Add a mention's weight to what is left of the presence."""
        self.presence = self.presence_at(clock, fade) + weight
        self.clock = clock

    def presence_at(self, clock: float, fade: float) -> float:
        """Return how present it is at a time."""
        return self.presence * float(fade ** max(0.0, clock - self.clock)) if self.presence else 0.0

    def learn(self, found: Found) -> None:
        """Take over what a mention's words tell."""
        self.gender = self.gender or found.gender
        if found.form is Form.DESCRIPTION:
            self.nouns.setdefault(found.noun, set()).update(found.mods)
