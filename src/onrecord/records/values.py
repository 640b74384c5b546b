"""The words a record may use where it uses one of a list; ``docs/schema.md`` explains each."""

from enum import StrEnum

__all__ = [
    "Act",
    "Certainty",
    "EdgeKind",
    "EntityKind",
    "Factuality",
    "JudgementKind",
    "MeasureStatus",
    "Naming",
    "Outcome",
    "Quotation",
    "Relation",
    "Review",
    "Stance",
    "Support",
    "VoiceKind",
]


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    WEAPON = "weapon"


class Naming(StrEnum):
    """How a source is attributed."""

    NAMED = "named"
    DESCRIBED = "described"
    UNNAMED = "unnamed"


class VoiceKind(StrEnum):
    """What a voice is: one link of a chain."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    DOCUMENT = "document"
    GROUP = "group"
    COLLECTIVE = "collective"
    AUTHOR = "author"


class Stance(StrEnum):
    """What a source does with the content of its statement; always the source's own."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DISMISSES = "dismisses"
    DOUBTS = "doubts"
    WITHHOLDS = "withholds"
    DECLINES = "declines"
    EXPECTS = "expects"
    COMMITS = "commits"
    DEMANDS = "demands"
    RETRACTS = "retracts"


class Certainty(StrEnum):
    """How sure a source claims to be."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"


class Act(StrEnum):
    """What kind of act a cue names."""

    SAY = "say"
    WRITE = "write"
    REPORT = "report"
    SHOW = "show"
    ANNOUNCE = "announce"
    CLAIM = "claim"
    CONFIRM = "confirm"
    ADMIT = "admit"
    DENY = "deny"
    DISMISS = "dismiss"
    DOUBT = "doubt"
    ACCUSE = "accuse"
    WARN = "warn"
    PROMISE = "promise"
    DEMAND = "demand"
    ASK = "ask"
    DECLINE = "decline"
    BELIEVE = "believe"
    EXPECT = "expect"
    RETRACT = "retract"
    CITE = "cite"


class Factuality(StrEnum):
    """How far a voice commits itself to an event: FactBank's values (Sauri and Pustejovsky 2009)."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    CERTAINLY_NOT = "CT-"
    PROBABLY_NOT = "PR-"
    POSSIBLY_NOT = "PS-"
    KNOWN_UNTOLD = "CTu"
    UNCOMMITTED = "Uu"


class MeasureStatus(StrEnum):
    """How a measure stands, as a statement tells it; what is only foreseen or asked for is told so."""

    IN_FORCE = "in force"
    IMPOSED = "imposed"
    ANNOUNCED = "announced"
    EXTENDED = "extended"
    SUSPENDED = "suspended"
    EASED = "eased"
    LIFTED = "lifted"
    ENDED = "ended"
    RESTORED = "restored"
    VIOLATED = "violated"
    EVADED = "evaded"
    EXPECTED = "expected"
    THREATENED = "threatened"
    DEMANDED = "demanded"
    PROPOSED = "proposed"
    BLOCKED = "blocked"


class Quotation(StrEnum):
    """How much of a content stands in quotation marks: all of it, part of it, nothing, or no one's words are given."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    NONE = "none"


class Relation(StrEnum):
    """What a link between publisher and source did: passed the words on, or was where they were uttered."""

    RELAY = "relay"
    UTTERANCE = "utterance"


class Review(StrEnum):
    """Whether a person has looked at a machine's reading."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"


class EdgeKind(StrEnum):
    """What two statements are to each other."""

    SAME = "same"
    REFINES = "refines"
    CONTRADICTS = "contradicts"
    SEPARATE = "separate"
    UNSURE = "unsure"


class Support(StrEnum):
    """How far a claim is supported by what was public."""

    UNSOURCED = "unsourced"
    SINGLE = "single origin"
    REPEATED = "repeated, independence not established"
    CORROBORATED = "corroborated"


class Outcome(StrEnum):
    """How what lay in the future stands on a day."""

    EXPECTED = "expected"
    CONDITIONAL = "conditional"
    REALISED = "realised"
    PASSED = "day passed, nothing held"


class JudgementKind(StrEnum):
    """What a person decides about a statement, or about two."""

    CONFIRMED = "confirmed"
    WRONG_SPEAKER = "wrong speaker"
    WRONG_STANCE = "wrong stance"
    WRONG_SPAN = "wrong span"
    SAME = "same claim"
    SEPARATE = "not the same claim"
    WRONG_MATCH = "wrong match"
