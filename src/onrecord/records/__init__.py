"""The records that travel between rooms: frozen, typed, standard library only."""

from onrecord.records.document import Document, Span

__all__ = ["Document", "Span"]
