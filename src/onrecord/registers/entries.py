"""What the tables hold: one frozen record per row, and the closed lists only they use."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records import Act, Certainty, Naming, Relation, Stance, VoiceKind

__all__ = [
    "Body",
    "BodyKind",
    "Cue",
    "CueObject",
    "CuePos",
    "Hearsay",
    "HearsayForm",
    "Hedge",
    "HedgeKind",
    "How",
    "Outlet",
    "OutletKind",
    "OutletWord",
    "Place",
    "Rebuttal",
    "Role",
    "SpeaksFor",
    "State",
    "StateMatch",
    "Subject",
    "Topic",
    "Venue",
    "VenueNames",
    "VoiceNoun",
]  # fmt: skip


class CuePos(StrEnum):
    """What part of speech a cue is; a phrase is found word by word, whatever its parts are."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


class CueObject(StrEnum):
    """What a bare noun phrase after the cue is.

    ``content``: it is said ("confirmed the sale"). ``addressee``: it is told ("told parliament"). ``voice``: it says
    ("quoted the minister"). ``blamed``: it and what follows are said together ("accused Iran of arming them").
    """

    CONTENT = "content"
    ADDRESSEE = "addressee"
    VOICE = "voice"
    BLAMED = "blamed"
    NONE = "none"


class HedgeKind(StrEnum):
    """What a hedging word is."""

    MODAL = "modal"
    ADVERB = "adverb"
    ADJECTIVE = "adjective"
    VERB = "verb"
    PHRASE = "phrase"


class HearsayForm(StrEnum):
    """How hearsay is built: "is said to", "it is said that", "reportedly"."""

    PASSIVE = "passive"
    IMPERSONAL = "impersonal"
    ADVERB = "adverb"


class VenueNames(StrEnum):
    """What a venue phrase names: the noun after it is the link (medium), or its own noun is (occasion)."""

    MEDIUM = "medium"
    OCCASION = "occasion"


class SpeaksFor(StrEnum):
    """Whom the holder of an office speaks for."""

    STATE = "state"
    BODY = "body"
    NONE = "none"


class BodyKind(StrEnum):
    """What an institution is."""

    GOVERNMENT = "government"
    ORGANISATION = "organisation"


class OutletKind(StrEnum):
    """What an outlet is."""

    AGENCY = "agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    WEBSITE = "website"
    PLATFORM = "platform"


class How(StrEnum):
    """Which of a state's words was met."""

    NAME = "name"
    ALIAS = "alias"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that attributes.

    Attributes:
        lemma: its lemmas with a space between them ("brush off").
        words: the same, apart.
        pos: its part of speech.
        act: what kind of act it names.
        stance: what the source does with the content.
        certainty: how sure the source is; None where the stance leaves no room for it.
        negated: the stance when the cue is negated; None if it then attributes nothing.
        object: what a bare noun phrase after it is.
        example: a sentence with the cue in square brackets.
    """

    lemma: str
    words: tuple[str, ...]
    pos: CuePos
    act: Act
    stance: Stance
    certainty: Certainty | None
    negated: Stance | None
    object: CueObject
    example: str


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word inside a content or beside a cue that lowers or raises the certainty."""

    words: tuple[str, ...]
    certainty: Certainty
    kind: HedgeKind
    example: str


@dataclass(frozen=True, slots=True)
class Hearsay:
    """A phrase that gives the word of a voice it does not name."""

    words: tuple[str, ...]
    form: HearsayForm
    certainty: Certainty
    stance: Stance
    example: str


@dataclass(frozen=True, slots=True)
class Venue:
    """A phrase that says where something was uttered or who passed it on."""

    words: tuple[str, ...]
    names: VenueNames
    relation: Relation
    example: str


@dataclass(frozen=True, slots=True)
class VoiceNoun:
    """A noun that describes a source.

    Attributes:
        words: the noun, singular; for some collectives a phrase.
        kind: what one of it is; of ``person``, several are a group.
        attribution: ``described``, or ``unnamed`` for nouns that say nothing ("source", "some").
        example: a sentence with the noun in square brackets.
    """

    words: tuple[str, ...]
    kind: VoiceKind
    attribution: Naming
    example: str


@dataclass(frozen=True, slots=True)
class Role:
    """A title or office, and whom its holder speaks for."""

    words: tuple[str, ...]
    speaks_for: SpeaksFor
    example: str


class Place(StrEnum):
    """Where in a name a word stands."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class OutletWord:
    """A word that makes a name an outlet's, first or last in it ("Radio ...", "... Herald").

    Attributes:
        words: the word in lower case.
        place: where it stands.
        example: a sentence with the word in square brackets.
    """

    words: tuple[str, ...]
    place: Place
    example: str


@dataclass(frozen=True, slots=True)
class Rebuttal:
    """A word said of a report that denies it ("false") or dismisses it ("baseless").

    Attributes:
        words: its lemma.
        stance: denies or dismisses.
        example: a sentence with the word in square brackets.
    """

    words: tuple[str, ...]
    stance: Stance
    example: str


class Topic(StrEnum):
    """What this beat is about: acts that restrict, and what is moved or used."""

    MEASURE = "measure"
    ARMS = "arms"


@dataclass(frozen=True, slots=True)
class Subject:
    """A word that makes a sentence of the author's one on the beat.

    Attributes:
        words: its lemma.
        pos: noun or verb.
        topic: what it is about.
        example: a sentence with the word in square brackets.
    """

    words: tuple[str, ...]
    pos: CuePos
    topic: Topic
    example: str


@dataclass(frozen=True, slots=True)
class State:
    """A state, with what the news calls it.

    Attributes:
        name: its English short name.
        iso: two letters of ISO 3166-1.
        adjectives: "Iranian"; also what its people are called, where that differs ("Dane").
        capitals: seats of government that stand for it; no opinion on whose they are.
        aliases: other names.
        cased: those of all these that have to keep their capitals.
        example: a sentence with its words in square brackets.
    """

    name: str
    iso: str
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    cased: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class StateMatch:
    """A state and which of its words was met."""

    state: State
    how: How


@dataclass(frozen=True, slots=True)
class Body:
    """An institution that speaks; ``state`` is the canonical name of the state it belongs to, or None."""

    name: str
    kind: BodyKind
    state: str | None
    aliases: tuple[str, ...]
    cased: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """An agency, paper, station, site or platform; ``state`` is where it sits, or None."""

    name: str
    kind: OutletKind
    state: str | None
    aliases: tuple[str, ...]
    cased: frozenset[str]
    example: str
