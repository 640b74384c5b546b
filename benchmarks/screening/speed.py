"""How fast one name is answered among 70,000 parties, what the index costs, and how many names a second a file of them takes."""

import gc
import resource
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.screening.generated import asked_names, parties
from evaluation.screening import real_lists
from onrecord.flow.screening import Asked, screen_many
from onrecord.records.listings import Listing, ListName
from onrecord.screening import Index, Origin, Store, screen
from onrecord.screening.building import build_index

__all__ = ["Latency", "measure_index", "measure_many", "store_of"]

_VERSIONS = ("ofac", "cons", "un", "generated")


class Latency(NamedTuple):
    """What was measured; times in milliseconds unless named otherwise."""

    parties: int
    names: int
    built_s: float
    megabytes: float
    opened: float
    p50: float
    p99: float
    most: float
    matched: float
    peak: float


def _all(data: Path, n: int) -> Iterable[tuple[int, Listing]]:
    real = 0
    for version, party in real_lists(data):
        real += 1
        yield version, party
    yield from ((len(_VERSIONS) - 1, p) for p in parties(n - real))


def _noted(held: Iterable[tuple[int, Listing]], listed: list[str]) -> Iterable[tuple[int, Listing]]:
    for version, party in held:
        listed.append(party.names[0].text)
        yield version, party


def measure_index(data: Path, n: int, asked: int) -> Latency:
    """Build, open and ask an index of ``n`` parties, the real lists' among them; each name is asked once, cold."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        listed = list[str]()
        start = time.perf_counter()
        build_index(folder, _noted(_all(data, n), listed))
        built = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        size = sum(f.stat().st_size for f in folder.iterdir()) / 1e6
        opened = []
        for _ in range(5):
            start = time.perf_counter()
            index = Index(folder)
            opened.append(1000 * (time.perf_counter() - start))
        names = list(asked_names(asked + 200, listed))
        for name in names[:200]:
            screen(name, index, _VERSIONS)
        gc.collect()
        gc.freeze()
        times, matched = [], 0
        for name in names[200:]:
            start = time.perf_counter()
            matched += bool(screen(name, index, _VERSIONS))
            times.append(1000 * (time.perf_counter() - start))
        times.sort()
        return Latency(
            parties=index.parties,
            names=index.names,
            built_s=built,
            megabytes=size,
            opened=sorted(opened)[2],
            p50=times[len(times) // 2],
            p99=times[int(len(times) * 0.99)],
            most=times[-1],
            matched=matched / len(times),
            peak=peak,
        )


def store_of(folder: Path, data: Path, n: int) -> list[str]:
    """Keep a version of ``n`` parties in a folder; return their first names."""
    held = [p for _, p in _all(data, n)]
    Store(folder).keep(Origin(ListName.FTM, ("generated",), "0" * 64), held)
    Store(folder).index()
    return [p.names[0].text for p in held]


def measure_many(folder: Path, listed: list[str], names: int, processes: int) -> tuple[float, int]:
    """Screen many names; return names per second, the start of the processes included, and how many matched."""
    asked = [Asked(name) for name in asked_names(names, listed, seed=9)]
    start = time.perf_counter()
    matched = sum(bool(found) for _, found in screen_many(asked, folder=folder, processes=processes, most=3))
    return names / (time.perf_counter() - start), matched
