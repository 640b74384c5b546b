"""The folder in which versions of lists are kept, each beside its parties, and the indexes made of them.

::

    versions/un-2026-02-27-1a2b3c4d/version.json     source, day, counts, hash, faults
    versions/un-2026-02-27-1a2b3c4d/parties.jsonl    one party a line
    indexes/0f1e2d3c.../                             memory-mapped; made again whenever it is missing

A version is written under another name and renamed when whole, so that a process killed half-way leaves none.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from onrecord.errors import ListError
from onrecord.records.listings import Fault, Listing, ListName, ListVersion
from onrecord.registers import DATA
from onrecord.screening.building import FORMAT, build_index
from onrecord.screening.coding import listing_from_json, listing_to_json, version_from_json, version_to_json
from onrecord.screening.index import Index

__all__ = ["Origin", "Store"]

_VERSION, _PARTIES = "version.json", "parties.jsonl"


class Origin:
    """Where a version comes from."""

    def __init__(
        self,
        which: ListName,
        sources: Sequence[str],
        sha256: str,
        *,
        label: str | None = None,
        dated: date | None = None,
    ) -> None:
        """Take whose list it is, its files or addresses, the hash over their bytes, what it is called, the day it was made."""
        self.which, self.sources, self.sha256 = which, tuple(sources), sha256
        self.label, self.dated = label or which.value, dated

    @property
    def id(self) -> str:
        """What its version will be called."""
        return f"{self.label}-{self.dated or 'undated'}-{self.sha256[:8]}"


class Store:
    """Versions of lists in one folder."""

    def __init__(self, folder: Path) -> None:
        """Name the folder; it is made when something is written."""
        self.folder = folder

    def versions(self) -> list[ListVersion]:
        """Return every version kept, by label, the oldest first.

        Raises:
            ListError: one is damaged.
        """
        found = [self._version(path) for path in sorted((self.folder / "versions").glob(f"*/{_VERSION}"))]
        return sorted(found, key=lambda v: (v.label, v.dated or date.min, v.loaded_at))

    def latest(self) -> list[ListVersion]:
        """Return the newest version of each label."""
        return list({v.label: v for v in self.versions()}.values())

    def version(self, name: str) -> ListVersion:
        """Return the version of an id, of the only id that begins so, or the newest of a label.

        Raises:
            ListError: there is none, or there are several.
        """
        held = self.versions()
        exact = [v for v in held if v.id == name] or [v for v in held if v.label == name][-1:]
        found = exact or [v for v in held if v.id.startswith(name)]
        if len(found) == 1:
            return found[0]
        got = f"{name!r}, which {len(found)} versions begin with" if found else f"no version {name!r}"
        known = ", ".join(v.id for v in held) or "none is loaded"
        raise ListError(str(self.folder), got, f"one of: {known}")

    def listings(self, version: ListVersion) -> Iterator[Listing]:
        """Yield the parties of a version.

        Raises:
            ListError: its file is missing or damaged.
        """
        path = self.folder / "versions" / version.id / _PARTIES
        try:
            with path.open(encoding="utf-8", errors="surrogatepass") as lines:
                for number, line in enumerate(lines, 1):
                    yield _listing(line, f"{path}:{number}")
        except OSError as error:
            raise ListError(str(path), error.strerror or "no file", "the parties of a version") from error

    def keep(self, origin: Origin, entries: Iterable[Listing | Fault]) -> ListVersion:
        """Write a version; one of the same bytes and day that is kept already is returned as it is.

        Raises:
            ListError: nothing was in it, or it cannot be written.
        """
        folder = self.folder / "versions"
        if (folder / origin.id / _VERSION).exists():
            return self._version(folder / origin.id / _VERSION)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder, prefix=".loading-") as scratch:
                whole = Path(scratch) / origin.id
                whole.mkdir()
                version = _written(whole, origin, entries)
                whole.rename(folder / origin.id)
        except OSError as error:
            raise ListError(str(self.folder), error.strerror or "an error", "a folder that can be written") from error
        return version

    def index(self, versions: Sequence[ListVersion] | None = None) -> tuple[Index, list[ListVersion]]:
        """Return the index of some versions (of the newest if None), made now if it is not there, and the versions by number.

        Raises:
            ListError: no list is loaded, or its index cannot be written.
        """
        chosen = self.latest() if versions is None else list(versions)
        if not chosen:
            raise ListError(str(self.folder), "no list", "lists loaded with 'onrecord lists load'")
        path = self.folder / "indexes" / _named(chosen)
        if not path.is_dir():
            self._build(path, chosen)
        return Index(path), chosen

    def forget_indexes(self, keep: Path | None = None) -> None:
        """Remove indexes that are of no use any more; they can be made again."""
        for path in (self.folder / "indexes").glob("*"):
            if path != keep:
                shutil.rmtree(path, ignore_errors=True)

    def _build(self, path: Path, versions: Sequence[ListVersion]) -> None:
        parties = ((number, listing) for number, version in enumerate(versions) for listing in self.listings(version))
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder, prefix=".indexing-") as scratch:
                whole = Path(scratch) / path.name
                whole.mkdir()
                build_index(whole, parties)
                if not path.is_dir():
                    whole.rename(path)
        except OSError as error:
            if not path.is_dir():  # else another process was first
                raise ListError(str(path), error.strerror or "an error", "a folder that can be written") from error

    def _version(self, path: Path) -> ListVersion:
        try:
            return version_from_json(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ListError(
                str(path), f"{type(error).__name__}: {error}", "a version that 'onrecord lists load' wrote"
            ) from error


def _written(folder: Path, origin: Origin, entries: Iterable[Listing | Fault]) -> ListVersion:
    faults, parties, names, weak = list[Fault](), 0, 0, 0
    with (folder / _PARTIES).open("w", encoding="utf-8", errors="surrogatepass") as out:
        for entry in entries:
            if isinstance(entry, Fault):
                faults.append(entry)
                continue
            out.write(listing_to_json(entry) + "\n")
            parties += 1
            names += len(entry.names)
            weak += sum(name.weak for name in entry.names)
        out.flush()
        os.fsync(out.fileno())
    if not parties:
        got = f"no party ({faults[0]})" if faults else "no party"
        raise ListError(", ".join(origin.sources), got, "a list with at least one")
    version = ListVersion(
        id=origin.id,
        list=origin.which,
        label=origin.label,
        sources=origin.sources,
        sha256=origin.sha256,
        dated=origin.dated,
        loaded_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        parties=parties,
        names=names,
        weak_names=weak,
        faults=tuple(faults),
    )
    (folder / _VERSION).write_text(version_to_json(version), encoding="utf-8")
    return version


def _listing(line: str, where: str) -> Listing:
    try:
        return listing_from_json(line)
    except (ValueError, KeyError, TypeError) as error:
        raise ListError(where, str(error), "a party that 'onrecord lists load' wrote") from error


def _named(versions: Sequence[ListVersion]) -> str:
    """Return what an index is called: other versions, another format or other dictionaries, another name."""
    digest = hashlib.sha256(f"{FORMAT}".encode())
    for version in versions:
        digest.update(f"{version.id}\0".encode())
    for path in [*sorted((DATA / "screening").glob("*.*")), DATA / "lexicon" / "en" / "given_names.csv"]:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:20]
