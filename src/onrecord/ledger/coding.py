"""Records as text and bytes, and back; the time of recording."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from pydantic import TypeAdapter

from onrecord.records import Gist, Imprint, MadeBy, Said, Stance

__all__ = [
    "bare", "maker_key", "now", "pack_gist", "pack_said", "pack_told", "unpack_gists",
    "unpack_reading", "unpack_said",
]  # fmt: skip

_SAID = TypeAdapter(Said)
_STANCES = {stance.value: stance for stance in Stance}
_NOBODY = Said(
    anchor="",
    imprint=Imprint("", None, None, None, None),
    id="",
    spans=(),
    text="",
    stance=None,
    certainty=None,
    condition=False,
    scope=None,
    source=None,
    speaks_for=None,
    via=(),
    root=None,
    fact=None,
    words=(),
    joins=None,
)
"""A statement of which nothing is told."""
_DAY, _STANCE, _ROOT, _LAST = (Gist._fields.index(name) for name in ("public_on", "stance", "root", "last"))
_LEVEL = 6
"""Compression of a reading's JSON; a higher one gains little."""


def now() -> str:
    """Return this moment in UTC as ISO 8601 to the microsecond, so that text order is order in time."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def maker_key(made_by: MadeBy) -> str:
    """Return the name of what made a reading."""
    parts = (made_by.onrecord, made_by.model, made_by.registers, made_by.runtime)
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def pack_told(told: Mapping[str, Any]) -> bytes:
    """Return a reading, as schema ``onrecord.reading/1``, as compressed JSON, without claims and the text beside it."""
    document = {k: v for k, v in told["document"].items() if k != "text"}
    told = {**told, "document": document, "claims": None}
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


def bare(said: Said) -> Said:
    """Return what a proposition is the hash of, and nothing else of the statement: what all who tell it have in common."""
    fact = replace(said.fact, title="", own=True, holds=None) if said.fact is not None else None
    words = said.words if fact is None else ()
    return replace(_NOBODY, fact=fact, words=words, proposition=said.proposition)


def pack_gist(gist: Gist) -> str:
    """Return a gist as JSON: its fields in order."""
    last = gist.last.isoformat() if gist.last is not None else None
    told = gist._replace(public_on=gist.public_on.isoformat(), last=last)  # type: ignore[arg-type]
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def unpack_gists(packed: str) -> list[Gist]:
    """Return the gists that were packed, joined by commas; all at once, since those of a large claim are many."""
    return [_gist(told) for told in json.loads(f"[{packed}]")]


def _gist(told: list[Any]) -> Gist:
    told[_DAY] = date.fromisoformat(told[_DAY])
    told[_STANCE] = _STANCES.get(told[_STANCE])
    if told[_ROOT] is not None:
        told[_ROOT] = tuple(told[_ROOT])
    if told[_LAST] is not None:
        told[_LAST] = date.fromisoformat(told[_LAST])
    return Gist._make(told)
