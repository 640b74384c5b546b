"""Pages asked for twenty at a time, over a million statements, by wrk on loopback.

The ledger is that of ``benchmarks.ledger.scale``, with the example articles beside it, which a model has read. Each kind of
page is asked for alone for some seconds, at addresses drawn at random, so that hardly one is asked for twice. Target: 95 of 100
answers within 200 ms for reader, board and claim page; the server stays below 600 MB.
"""

import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

from benchmarks.ledger.scale import fill
from onrecord.flow.adding import add, articles_in
from onrecord.flow.claims import sum_up
from onrecord.ledger import Ledger

__all__ = ["MEMORY", "TARGET", "Load", "Pages", "make", "measure_load"]

TARGET = 0.2
"""Seconds within which 95 of 100 answers should come."""
MEMORY = 600
"""Megabytes (10^6 bytes) the server should stay below."""
AT_ONCE = 20
ADDRESSES = 2000
"""Addresses of a kind of page, at most."""
WORDS = ("missiles", "drones", "tanks", "ammunition", "radars", "warships", "rifles", "Iran", "Russia", "January")
EXAMPLES = Path(__file__).parents[2] / "examples"
_SCRIPT = Path(__file__).with_name("load.lua")
_TOLD = re.compile(r"^onrecord (\d+) (\d+) (\d+) (\d+) (\d+)$", re.MULTILINE)
_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Pages:
    """How one kind of page did.

    Attributes:
        name: which kind.
        answers: how many came.
        wrong: how many did not, or told of an error.
        middle: median, seconds.
        late: 95th percentile, seconds.
        rate: answers a second.
    """

    name: str
    answers: int
    wrong: int
    middle: float
    late: float
    rate: float


@dataclass(frozen=True, slots=True)
class Load:
    """How the server did: kinds of pages, and its peak memory in megabytes."""

    statements: int
    pages: tuple[Pages, ...]
    peak: float

    @property
    def met(self) -> bool:
        """Whether every target is met."""
        return self.peak < MEMORY and all(p.late < TARGET and not p.wrong for p in self.pages)


def make(where: str, statements: int) -> None:
    """Make a ledger of generated statements and of the example articles, with its claims summed up."""
    with Ledger(where, create=True) as ledger:
        fill(ledger, statements, random.Random(5), to_sum=True)
        for _ in add(lambda: ledger, list(articles_in([str(EXAMPLES)]))):
            pass
        sum_up(ledger)


def measure_load(where: str, seconds: int) -> Load:
    """Ask a server on a ledger for pages.

    Raises:
        SystemExit: wrk is not on this machine.
    """
    if shutil.which("wrk") is None:
        raise SystemExit("got no wrk on this machine; expected it (Debian: apt install wrk)")
    with Ledger(where) as ledger:
        addresses = _addresses(ledger, random.Random(7))
        with ledger.reading() as reader:
            count = reader.count()["statements"]
    with tempfile.TemporaryDirectory() as folder, _served(where) as (at, pid):
        found = tuple(
            _asked(name, at, _listed(Path(folder) / f"{name}.txt", paths), seconds) for name, paths in addresses.items()
        )
        peak = _peak(pid)
    return Load(count, found, peak)


def _addresses(ledger: Ledger, rng: random.Random) -> dict[str, list[str]]:
    """Return the addresses of each kind of page."""
    with ledger.reading() as reader:
        rows = reader.latest(50 * ADDRESSES)
        listed = reader.documents_page(50 * ADDRESSES)
    claims = [f"/claim/{row.anchor}" for row in rng.sample(rows, min(ADDRESSES, len(rows)))]
    large = sorted(rows, key=lambda row: -row.statements)[:100]
    claims += [f"/claim/{row.anchor}?as_of={row.last_change}" for row in large]
    documents = [f"/document/{row.id}" for row in rng.sample(listed, min(ADDRESSES, len(listed)))]
    read = [f"/document/{row.id}" for row in listed if row.statements > 4] * 20
    boards = ["/claims", "/claims?support=corroborated", "/claims?challenged=yes", "/claims?origins=2"]
    boards += [f"/claims?q={a}+{b}" for a in WORDS for b in WORDS if a < b]
    for paths in (claims, boards, documents := documents + read):
        rng.shuffle(paths)
    return {"reader": documents, "board": boards, "claim page": claims}


def _listed(file: Path, paths: Sequence[str]) -> Path:
    file.write_text("\n".join(paths) + "\n", encoding="utf-8")
    return file


@contextmanager
def _served(where: str) -> Iterator[tuple[str, int]]:
    """Run a server on a ledger; its address, and the number of its process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "onrecord", "serve", "--ledger", where, "--port", str(port)]
    server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        at = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urlopen(f"{at}/healthz", timeout=5).close()
                break
            except OSError:
                time.sleep(0.1)
        yield at, server.pid
    finally:
        server.terminate()
        server.wait(30)


def _asked(name: str, at: str, paths: Path, seconds: int) -> Pages:
    """Ask for pages at addresses of a file, so many at once, for some seconds."""
    options = ["-t2", f"-c{AT_ONCE}", f"-d{seconds}s", "--timeout", "20s", "-s", str(_SCRIPT)]
    told = subprocess.run(["wrk", *options, at, "--", str(paths)], capture_output=True, text=True, check=True).stdout
    found = _TOLD.search(told)
    if found is None:
        raise SystemExit(f"got from wrk: {told[:400]}; expected its figures")
    answers, wrong, middle, late, _ = map(int, found.groups())
    return Pages(name, answers, wrong, middle / 1e6, late / 1e6, answers / seconds)


def _peak(pid: int) -> float:
    """Return the most memory a process has had, in megabytes."""
    found = _PEAK.search(Path(f"/proc/{pid}/status").read_text(encoding="utf-8"))
    return int(found[1]) * 1024 / 1e6 if found is not None else 0.0
