"""The records that travel between rooms: frozen, typed, standard library only."""

from onrecord.records.codec import SCHEMA, to_dict
from onrecord.records.document import Document, Span
from onrecord.records.parse import Attribution, Name, Parse
from onrecord.records.reading import (
    Content,
    Cue,
    DateMention,
    Entity,
    Event,
    Filler,
    Link,
    MadeBy,
    Passage,
    Quantity,
    Reading,
    Statement,
    Voice,
)
from onrecord.records.values import (
    Act,
    Certainty,
    EntityKind,
    Factuality,
    Naming,
    Quotation,
    Relation,
    Review,
    Stance,
    VoiceKind,
)
from onrecord.records.when import When

__all__ = [
    "SCHEMA",
    "Act",
    "Attribution",
    "Certainty",
    "Content",
    "Cue",
    "DateMention",
    "Document",
    "Entity",
    "EntityKind",
    "Event",
    "Factuality",
    "Filler",
    "Link",
    "MadeBy",
    "Name",
    "Naming",
    "Parse",
    "Passage",
    "Quantity",
    "Quotation",
    "Reading",
    "Relation",
    "Review",
    "Span",
    "Stance",
    "Statement",
    "Voice",
    "VoiceKind",
    "When",
    "to_dict",
]
