"""Records as text and bytes, and back; the time of recording."""

import hashlib
import json
import zlib
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter

from onrecord.records import MadeBy, Said, Standing, to_dict
from onrecord.records.reading import Reading

__all__ = ["maker_key", "now", "pack_reading", "pack_said", "pack_standing", "unpack_reading", "unpack_said"]

_SAID = TypeAdapter(Said)
_STANDING = TypeAdapter(Standing)
_LEVEL = 6
"""Compression of a reading's JSON; a higher one gains little."""


def now() -> str:
    """Return this moment in UTC as ISO 8601 to the microsecond, so that text order is order in time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def maker_key(made_by: MadeBy) -> str:
    """Return the name of what made a reading."""
    parts = (made_by.onrecord, made_by.model, made_by.registers, made_by.runtime)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def pack_reading(reading: Reading) -> bytes:
    """Return a reading as compressed JSON, without the document's text, which is kept beside it, and without claims."""
    told = to_dict(reading)
    told["document"] = {k: v for k, v in told["document"].items() if k != "text"}
    told["claims"] = None
    return zlib.compress(
        json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass"), _LEVEL
    )


def unpack_reading(body: bytes, text: str) -> dict[str, Any]:
    """Return a kept reading as schema ``onrecord.reading/1``."""
    told: dict[str, Any] = json.loads(zlib.decompress(body).decode("utf-8", "surrogatepass"))
    told["document"]["text"] = text
    return told


def pack_said(said: Said) -> str:
    """Return a digest of a statement as JSON."""
    return _SAID.dump_json(said).decode()


def unpack_said(text: str) -> Said:
    """Return the digest that was packed."""
    return _SAID.validate_json(text)


def pack_standing(standing: Standing) -> str:
    """Return a standing as JSON."""
    return _STANDING.dump_json(standing).decode()
