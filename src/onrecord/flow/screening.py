"""Is anyone named here on a sanctions list? Lists loaded and compared, names screened."""

import csv
import gzip
import hashlib
import io
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import BinaryIO, NamedTuple

from onrecord.acquiring import Limits
from onrecord.acquiring.fetch import fetch
from onrecord.errors import ListError
from onrecord.records import EntityKind, Reading
from onrecord.records.listings import Listing, ListName, ListVersion, PartyKind
from onrecord.records.matches import Match, Standing
from onrecord.screening import (
    THRESHOLD,
    Delta,
    Origin,
    Seen,
    Store,
    around,
    bound,
    delta,
    load_list,
    made_on,
    screen,
    second_opinion,
    standing,
)
from onrecord.screening import day as day_told
from onrecord.settings import settings

__all__ = [
    "Asked",
    "Screener",
    "compare_versions",
    "kept_versions",
    "load_version",
    "names_of_file",
    "names_of_reading",
    "screen_many",
    "with_second_opinion",
]

_LARGEST = 512_000_000
"""Bytes of the largest list fetched; OFAC's advanced XML has 122 million."""
_SLOWEST = 600.0  # seconds for a whole list
_BLOCK = 1 << 20
_CHUNK = 500  # names a process is handed at a time
_REMEMBERED = 1 << 13
"""Names whose matches are kept at hand: a file of customers or of news names many twice."""
_SCREENED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION})


class Asked(NamedTuple):
    """A name asked for, and of what kind, if known."""

    name: str
    kind: PartyKind | None = None


def _store(folder: Path | None = None) -> Store:
    return Store(folder or settings().lists)


def kept_versions(folder: Path | None = None) -> list[ListVersion]:
    """Return every version kept, by label, the oldest first."""
    return _store(folder).versions()


def load_version(
    which: ListName,
    sources: Sequence[str],
    *,
    label: str | None = None,
    dated: date | None = None,
    folder: Path | None = None,
) -> ListVersion:
    """Load a list from files or addresses, keep it as a version, and index the newest versions.

    Args:
        which: whose list.
        sources: paths or http(s) URLs; OFAC's CSV files belong together.
        label: what versions of this list share; the list's name if None.
        dated: the day it was made; what the file says if None.
        folder: where lists are kept; the settings' if None.

    Raises:
        ListError: it is not such a list, or cannot be kept.
        InputError: an address that cannot be fetched.
    """
    store = _store(folder)
    with ExitStack() as open_files:
        files = [(source, _opened(source, open_files)) for source in sources]
        digest = hashlib.sha256()
        for _, stream in files:
            while block := stream.read(_BLOCK):
                digest.update(block)
            stream.seek(0)
        told = dated or next((d for d in (_day_in(which, stream) for _, stream in files) if d), None)
        version = store.keep(
            Origin(which, sources, digest.hexdigest(), label=label, dated=told), load_list(which, files)
        )
    store.index()
    return version


def _day_in(which: ListName, stream: BinaryIO) -> date | None:
    head = stream.read(_BLOCK)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        head = gzip.GzipFile(fileobj=stream).read(_BLOCK)
        stream.seek(0)
    return day_told(made_on(which, head[:4096]))


def _opened(source: str, stack: ExitStack) -> BinaryIO:
    if source.lower().startswith(("http://", "https://")):
        limits = Limits(seconds=max(settings().fetch_timeout, _SLOWEST), size=max(settings().fetch_bytes, _LARGEST))
        return io.BytesIO(fetch(source, limits, any_media=True).data)
    try:
        return stack.enter_context(open(source, "rb"))  # noqa: PTH123 - a name no file can have must reach the except clause
    except (OSError, ValueError) as error:
        got = (error.strerror or "an error").lower() if isinstance(error, OSError) else "a name no file can have"
        raise ListError(source, got, "a file that can be read, or an http(s) URL") from error


def compare_versions(before: str, after: str, folder: Path | None = None) -> tuple[ListVersion, ListVersion, Delta]:
    """Return two versions and what changed between them.

    Args:
        before: id of a version, its beginning, or a label for the newest.
        after: likewise.
        folder: where lists are kept; the settings' if None.

    Raises:
        ListError: no such version.
    """
    store = _store(folder)
    old, new = store.version(before), store.version(after)
    return old, new, delta(store.listings(old), store.listings(new))


class Screener:
    """Screens names against the newest versions, or against those around a day; many threads may ask one."""

    def __init__(self, folder: Path | None = None, *, on: date | None = None) -> None:
        """Open the index.

        Args:
            folder: where lists are kept; the settings' if None.
            on: the day for which standing is asked; the newest versions if None.

        Raises:
            ListError: no list is loaded.
        """
        self._store = _store(folder)
        self._on = on
        self._around: dict[str, tuple[ListVersion | None, ListVersion | None]] = {}
        chosen = None
        if on is not None:
            chosen = self._versions_around(on)
        self.index, self.versions = self._store.index(chosen)
        self._ids = [v.id for v in self.versions]
        self._held: dict[str, dict[str, Listing]] = {}
        self._asking = threading.Lock()  # the index notes down what it finds in arrays of its own
        self._remembered = lru_cache(_REMEMBERED)(self._screen)

    def _versions_around(self, day: date) -> list[ListVersion]:
        held: dict[str, list[ListVersion]] = {}
        for version in self._store.versions():
            held.setdefault(version.label, []).append(version)
        chosen = list[ListVersion]()
        for label, versions in held.items():
            self._around[label] = around(versions, day)
            near = [v for v in self._around[label] if v is not None] or versions[-1:]
            chosen += dict.fromkeys(near)
        return chosen

    def screen(
        self, name: str, kind: PartyKind | None = None, *, threshold: float = THRESHOLD, most: int = 10
    ) -> list[Match]:
        """Return the parties a name may be, ranked; of two versions of one list a party is answered once, as the later has it."""
        with self._asking:
            return list(self._remembered(name, kind, threshold, most))

    def listing(self, number: int) -> tuple[ListVersion, Listing]:
        """Return a party of the index by its number, and the version that holds it."""
        with self._asking:
            place, listing = self.index.listing(number)
        return self.versions[place], listing

    def _screen(self, name: str, kind: PartyKind | None, threshold: float, most: int) -> list[Match]:
        more = most if self._on is None else 2 * most
        found = screen(name, self.index, self._ids, kind=kind, threshold=threshold, most=more)
        if self._on is None:
            return found
        once: dict[tuple[str, str], Match] = {}
        for match in found:
            place = self._ids.index(match.version)
            held = once.setdefault((self.versions[place].label, match.listing.id), match)
            if held.score == match.score and place > self._ids.index(held.version):
                once[self.versions[place].label, match.listing.id] = match
        return [replace(m, standing=self._standing(label, m)) for (label, _), m in once.items()][:most]

    def _standing(self, label: str, match: Match) -> Standing:
        assert self._on is not None
        before, after = (self._seen(v, match.listing.id) for v in self._around[label])
        which = next(v.list for v in self.versions if v.label == label)
        return bound(which, match.listing, self._on, standing(self._on, before, after))

    def _seen(self, version: ListVersion | None, key: str) -> Seen | None:
        if version is None:
            return None
        if version.id not in self._held:
            self._held[version.id] = {p.id: p for p in self._store.listings(version)}
        return Seen(version, self._held[version.id].get(key))


def names_of_file(path: str) -> Iterator[Asked]:
    """Yield the names of a CSV file: its column "name" (the first, where none is called so), and its column "kind" if it has one.

    Raises:
        ListError: it cannot be read, or names a kind there is none of.
    """
    try:
        with open(path, encoding="utf-8-sig", errors="replace", newline="") as lines:  # noqa: PTH123 - as above
            yield from _names(csv.reader(line.replace("\x00", "") for line in lines), path)
    except (OSError, ValueError) as error:
        got = (error.strerror or "an error").lower() if isinstance(error, OSError) else "a name no file can have"
        raise ListError(path, got, "a CSV file of names") from error


def _names(rows: Iterator[list[str]], path: str) -> Iterator[Asked]:
    first = next(rows, [])
    head = [c.strip().lower() for c in first]
    if "name" in head:
        column, kinds = head.index("name"), head.index("kind") if "kind" in head else None
    else:
        column, kinds = 0, None
        if first and first[0].strip():
            yield Asked(first[0].strip())
    number = 1
    try:
        for number, cells in enumerate(rows, 2):
            name = cells[column].strip() if len(cells) > column else ""
            kind = cells[kinds].strip().lower() if kinds is not None and len(cells) > kinds else ""
            if kind and kind not in list(PartyKind):
                raise ListError(f"{path}:{number}", f"kind {kind!r}", f"one of {', '.join(PartyKind)}")
            if name:
                yield Asked(name, PartyKind(kind) if kind else None)
    except csv.Error as error:
        raise ListError(f"{path}:{number + 1}", str(error), "a row of CSV") from error


def names_of_reading(reading: Reading) -> list[Asked]:
    """Return the people and bodies a document names, each once; not of what kind: a reading may take one for the other."""
    return list(dict.fromkeys(Asked(e.name) for e in reading.entities if e.kind in _SCREENED))


def screen_many(
    asked: Iterable[Asked],
    *,
    folder: Path | None = None,
    on: date | None = None,
    threshold: float = THRESHOLD,
    most: int = 10,
    processes: int = 1,
) -> Iterator[tuple[Asked, list[Match]]]:
    """Yield each name with its matches, in the order asked.

    Args:
        asked: the names; read as they are needed.
        folder: where lists are kept; the settings' if None.
        on: the day for which standing is asked.
        threshold: least score.
        most: matches a name, at most.
        processes: how many work at once; each maps the same index.
    """
    if processes == 1:
        screener = Screener(folder, on=on)
        for one in asked:
            yield one, screener.screen(one.name, one.kind, threshold=threshold, most=most)
        return
    Screener(folder, on=on)  # makes the index once, before the processes ask for it
    names = iter(asked)
    with ProcessPoolExecutor(processes, initializer=_begin, initargs=(folder, on, threshold, most)) as pool:
        waiting = [(chunk, pool.submit(_screened, chunk)) for chunk in islice(_chunks(names), 2 * processes)]
        while waiting:
            chunk, future = waiting.pop(0)
            found = future.result()
            waiting += [(more, pool.submit(_screened, more)) for more in islice(_chunks(names), 1)]
            yield from zip(chunk, found, strict=True)


def with_second_opinion(found: Iterable[tuple[Asked, list[Match]]]) -> Iterator[tuple[Asked, list[Match]]]:
    """Yield the same with what nomenklatura gives each match.

    Raises:
        SettingsError: the extra ``ftm`` is not installed.
    """
    for asked, matches in found:
        yield asked, [replace(m, second_opinion=second_opinion(asked.name, m.listing)) for m in matches]


def _chunks(names: Iterator[Asked]) -> Iterator[list[Asked]]:
    while chunk := list(islice(names, _CHUNK)):
        yield chunk


class _Work(NamedTuple):
    screener: Screener
    threshold: float
    most: int


_work: list[_Work] = []


def _begin(folder: Path | None, on: date | None, threshold: float, most: int) -> None:
    _work[:] = [_Work(Screener(folder, on=on), threshold, most)]


def _screened(chunk: list[Asked]) -> list[list[Match]]:
    (work,) = _work
    return [work.screener.screen(a.name, a.kind, threshold=work.threshold, most=work.most) for a in chunk]
