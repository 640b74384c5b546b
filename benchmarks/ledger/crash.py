"""``kill -9`` of ``onrecord add`` at random moments, then the same command again.

Each time a new ledger: the process is killed at a random moment between its first write and its end, the ledger must be in order
as it is, and after the same command again have the digest of a run that nobody cut short. Target: all do.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.stories import make_story
from onrecord.flow.checking import check, digest
from onrecord.ledger import Ledger

__all__ = ["Crashes", "measure_crashes"]


@dataclass(frozen=True, slots=True)
class Crashes:
    """What came of the kills: how many there were, documents kept at each, and what went wrong, a line each."""

    moments: int
    kept: tuple[int, ...]
    faults: tuple[str, ...]


def measure_crashes(moments: int, articles: int, seed: int) -> Crashes:
    """Kill a process that adds articles at so many moments, each time completing the ledger afterwards."""
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _write(folder / "articles", articles)
        whole = str(folder / "whole.db")
        span = _span(folder / "articles", whole)
        with Ledger(whole) as ledger:
            expected = digest(ledger)
        kept, faults = list[int](), list[str]()
        for n in range(moments):
            where = str(folder / f"{n}.db")
            _kill(_start(folder / "articles", where), where, rng.uniform(0, span))
            kept.append(_documents(where, faults))
            _start(folder / "articles", where).communicate()
            with Ledger(where) as ledger:
                faults += [f"moment {n}: {fault}" for fault in check(ledger)]
                faults += [f"moment {n}: another digest"] if digest(ledger) != expected else []
    return Crashes(moments, tuple(kept), tuple(faults))


def _write(folder: Path, count: int) -> None:
    folder.mkdir()
    number = 0
    while number < count:
        for front, text in make_story(7, number)[0]:
            (folder / f"{number:03d}.md").write_text(front + text + "\n", encoding="utf-8")
            number += 1
            if number == count:
                return


def _start(folder: Path, where: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "onrecord", "add", str(folder), "--ledger", where]
    environment = {**os.environ, "ONRECORD_THREADS": "1"}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _begun(process: subprocess.Popen[bytes], where: str) -> None:
    while process.poll() is None and not Path(where).exists():
        time.sleep(0.001)


def _span(folder: Path, where: str) -> float:
    """Return the seconds from the first write to the end of a run that nobody cuts short."""
    process = _start(folder, where)
    _begun(process, where)
    start = time.monotonic()
    process.communicate()
    assert process.returncode == 0, "a run that nobody killed failed"
    return time.monotonic() - start


def _kill(process: subprocess.Popen[bytes], where: str, seconds: float) -> None:
    _begun(process, where)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def _documents(where: str, faults: list[str]) -> int:
    with Ledger(where, create=True) as ledger:
        faults += [f"{Path(where).stem}, cut short: {fault}" for fault in check(ledger)]
        with ledger.reading() as reader:
            return reader.count()["documents"]
