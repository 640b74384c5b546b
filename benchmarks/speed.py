"""Words per second of the whole door against the bare encoder on the same windows, in the same run.

Article by article the two take turns, so that whatever else the machine does hits both alike. The door starts every
round without the words and spellings it remembers from the last, and then meets each article as a batch would: new, but
after others. Of the rounds each article's median counts. Where the door's time goes is measured in one more round, by
timing its stages from outside; it has no part in the ratio.
"""

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar
from unittest import mock

import onrecord
from benchmarks.articles import Article
from benchmarks.encoder import Encoder, Integers
from onrecord import reading as room
from onrecord.reading import tokens
from onrecord.reading.model import Model
from onrecord.reading.windows import Spelling, cut_windows, window_arrays
from onrecord.reading.words import lay_out
from onrecord.records import Reading
from training.corpus import units_of

__all__ = ["STAGES", "TARGET", "Speed", "measure_speed", "measure_stages", "windows_of"]

T = TypeVar("T")
Window = tuple[Integers, Integers]
STAGES = ("layout", "spelling", "model", "decoding", "assembling")
TARGET = 1.4
"""The door's time may be at most this many times the bare encoder's."""


@dataclass(frozen=True, slots=True)
class Speed:
    """What one run gave; times in seconds for all articles together.

    Attributes:
        articles: number of articles.
        words: words in them, as the door cuts them.
        windows: windows they make.
        door: sum over the articles of the median time of ``onrecord.read``.
        encoder: the same for the bare encoder on the article's windows.
        ratio: door / encoder.
        middle_ratio: median over articles and rounds of door / encoder.
        shares: share of the door's time that each stage takes, by name.
    """

    articles: int
    words: int
    windows: int
    door: float
    encoder: float
    ratio: float
    middle_ratio: float
    shares: dict[str, float]

    @property
    def verdict(self) -> str:
        """Whether the ratio is within the target, in words."""
        return f"{'within' if self.ratio <= TARGET else 'MISSES'} the target of at most {TARGET}"


def windows_of(article: Article, model: Model) -> list[Window]:
    """Return the windows of an article as the encoder takes them: pieces and marks, each (1, P)."""
    units = units_of(article.text, lay_out(article.text, article.title))
    pieces = model.spelling.pieces(units)
    found = []
    for window in cut_windows(units, pieces.offsets):
        ids, marks, *_ = window_arrays(pieces, window, model.spelling)
        found.append((ids[None], marks[None]))
    return found


def forget(model: Model) -> None:
    """Make the door forget the words it has cut and spelled, as in a fresh process."""
    tokens._kept_words_of.cache_clear()  # noqa: SLF001 - a user has no reason to do this
    model.spelling._known.clear()  # noqa: SLF001


def measure_speed(read: Sequence[Article], model: Model, encoder: Encoder, rounds: int) -> Speed:
    """Time the door and the bare encoder on the same articles by turns.

    Args:
        read: articles, none twice.
        model: the model ``onrecord.read`` uses.
        encoder: its encoder.
        rounds: how often each article is read; the median counts.
    """
    windows = [windows_of(article, model) for article in read]
    words = sum(len(_read(article).parse.words) for article in read[:2])  # warms both sessions up
    _encode(encoder, windows[0])
    door, bare = [list[float]() for _ in read], [list[float]() for _ in read]
    for turn in range(rounds):
        forget(model)
        words = 0
        for i, article in enumerate(read):
            if turn % 2:
                bare[i].append(_timed(partial(_encode, encoder, windows[i]))[0])
            seconds, reading = _timed(partial(_read, article))
            door[i].append(seconds)
            words += len(reading.parse.words)
            if not turn % 2:
                bare[i].append(_timed(partial(_encode, encoder, windows[i]))[0])
    forget(model)
    total, least = (sum(map(statistics.median, times)) for times in (door, bare))
    ratios = [d / b for ds, bs in zip(door, bare, strict=True) for d, b in zip(ds, bs, strict=True) if b]
    count = sum(map(len, windows))
    return Speed(len(read), words, count, total, least, total / least, statistics.median(ratios), measure_stages(read))


def _read(article: Article) -> Reading:
    return onrecord.read(article.text, title=article.title)


def _encode(encoder: Encoder, windows: Sequence[Window]) -> None:
    for pieces, marks in windows:
        encoder.run(pieces, marks)


def _timed(call: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    found = call()
    return time.perf_counter() - start, found


def measure_stages(read: Sequence[Article]) -> dict[str, float]:
    """Return the share of the door's time that each of ``STAGES`` takes.

    The model's share holds the making of its inputs; decoding is what is left of parsing without spelling and model.
    """
    with _clocks() as spent:
        total = sum(_timed(partial(_read, article))[0] for article in read)
    inner = spent["spelling"] + spent["model"]
    shares = {
        "layout": spent["layout"],
        "spelling": spent["spelling"],
        "model": spent["model"],
        "decoding": spent["parse"] - inner,
        "assembling": total - spent["layout"] - spent["parse"],
    }
    return {stage: shares[stage] / total for stage in STAGES}


@contextmanager
def _clocks() -> Iterator[dict[str, float]]:
    """Time the door's stages while this lasts, in seconds by name."""
    spent: dict[str, float] = {}

    def clocked(name: str, call: Callable[..., Any]) -> Callable[..., Any]:
        spent[name] = 0.0

        def timed(*args: Any, **kwargs: Any) -> Any:
            seconds, found = _timed(partial(call, *args, **kwargs))
            spent[name] += seconds
            return found

        return timed

    with ExitStack() as patches:
        for name, owner, attribute in (
            ("layout", room, "lay_out"),
            ("parse", room, "parse"),
            ("spelling", Spelling, "pieces"),
            ("model", Model, "scores"),
        ):
            patches.enter_context(mock.patch.object(owner, attribute, clocked(name, getattr(owner, attribute))))
        yield spent
