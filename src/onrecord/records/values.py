"""The words a record may use where it uses one of a list; ``docs/schema.md`` explains each."""

from enum import StrEnum

__all__ = ["EntityKind", "Naming", "Quotation", "Relation", "Review"]


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


class Naming(StrEnum):
    """How a source is attributed."""

    NAMED = "named"
    DESCRIBED = "described"
    UNNAMED = "unnamed"


class Quotation(StrEnum):
    """How much of a content stands in quotation marks: all of it, part of it, nothing."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Relation(StrEnum):
    """What a link between publisher and source did: passed the words on, or was where they were uttered."""

    RELAY = "relay"
    UTTERANCE = "utterance"


class Review(StrEnum):
    """Whether a person has looked at a machine's reading."""

    UNREVIEWED = "unreviewed"
    CONFIRMED = "confirmed"
    CORRECTED = "corrected"
