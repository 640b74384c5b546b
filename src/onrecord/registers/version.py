"""Which state of the dictionaries a reading was made with."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from onrecord.registers.tables import DATA

__all__ = ["registers_version"]


@cache
def registers_version(folder: Path = DATA) -> str:
    """Return the first twelve digits of the SHA-256 over every table's path and bytes, in the order of their paths."""
    digest = sha256()
    tables = {
        path.relative_to(folder).as_posix(): path
        for part in ("frames", "gazetteer", "lexicon", "regimes")
        for path in (folder / part).rglob("*.*")
    }
    for name in sorted(tables):
        digest.update(name.encode() + b"\0" + tables[name].read_bytes() + b"\0")
    return digest.hexdigest()[:12]
