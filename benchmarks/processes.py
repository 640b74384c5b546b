"""Time and memory of whole processes: a cold start, a long text, and a long run."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import onrecord
from benchmarks.articles import articles

__all__ = ["Cold", "Memory", "measure_cold", "measure_long", "measure_memory"]

# The kernel counts in KiB, macOS in bytes.
UNIT = 1 if sys.platform == "darwin" else 1024
MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Cold:
    """Cold runs of the command line: wall time of each in seconds, their median, and the greatest peak memory in MiB."""

    words: int
    seconds: tuple[float, ...]
    median: float
    peak: float


@dataclass(frozen=True, slots=True)
class Memory:
    """A long run in one process: resident memory in MiB before the first article, and at the peak."""

    articles: int
    words: int
    before: float
    peak: float


def measure_cold(text: str, times: int) -> Cold:
    """Run ``onrecord read`` on an article in fresh processes, one after the other.

    Raises:
        RuntimeError: a run failed.
    """
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(text, encoding="utf-8")
        runs = [_run([sys.executable, "-m", "onrecord", "read", str(article)]) for _ in range(times)]
    seconds = tuple(s for s, _ in runs)
    return Cold(len(text.split()), seconds, statistics.median(seconds), max(peak for _, peak in runs))


def measure_long(data: Path, characters: int) -> tuple[float, float]:
    """Add a text that is made of articles to a new ledger, in a fresh process; wall seconds, and peak memory in MiB.

    Raises:
        RuntimeError: the run failed.
    """
    pieces, length = list[str](), 0
    for article in articles(data, characters):
        pieces.append(article.text)
        length += len(article.text) + 2
        if length > characters:
            break
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "long.txt").write_text("\n\n".join(pieces)[:characters], encoding="utf-8")
        ledger = ["--ledger", str(Path(folder) / "ledger.db")]
        return _run([sys.executable, "-m", "onrecord", "add", *ledger, str(Path(folder) / "long.txt")])


def _run(command: list[str]) -> tuple[float, float]:
    """Return wall seconds and peak resident MiB of one process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with process:
        assert process.stderr is not None
        complaint = process.stderr.read().decode(errors="replace").strip()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)}: exit code {process.returncode}: {complaint}")
    return seconds, usage.ru_maxrss * UNIT / MEBIBYTE


def measure_memory(data: Path, count: int) -> Memory:
    """Read articles in this process, which must be a fresh one."""
    before = _peak()
    read = words = 0
    for article in articles(data, count):
        words += len(onrecord.read(article.text, title=article.title).parse.words)
        read += 1
    return Memory(read, words, before, _peak())


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * UNIT / MEBIBYTE
