"""What a run measures: figures in per cent, with what they rest on."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

__all__ = ["DataError", "Figure", "Result", "f1_figure", "share_figure"]


class DataError(Exception):
    """Data, floors or options that a run cannot go on with; the message is one line."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure.

    Attributes:
        name: what is measured, unique within its set.
        value: per cent: an F1 where ``precision`` and ``recall`` are given, else a share.
        gold: number of gold items it rests on.
        precision: per cent.
        recall: per cent.
    """

    name: str
    value: float
    gold: int
    precision: float | None = None
    recall: float | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What one set gave.

    Attributes:
        set: name of the set.
        subset: whether only the fixed part of it was read.
        model: version of the weights.
        data: SHA-256 of each file read, by its path below the data folder.
        documents: number of documents read.
        words: number of words read.
        seconds: wall time.
        figures: what was measured, in the order to print.
        note: what a reader must know of this set, or "".
    """

    set: str
    subset: bool
    model: str
    data: Mapping[str, str]
    documents: int
    words: int
    seconds: float
    figures: tuple[Figure, ...]
    note: str = ""

    @property
    def key(self) -> str:
        """Name under which floors are kept: a part of a set is another set."""
        return f"{self.set} (subset)" if self.subset else self.set

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain JSON values."""
        return asdict(self)


def share_figure(name: str, right: int, gold: int) -> Figure:
    """Return a share in per cent, to two decimals; 0 of 0 is 0."""
    return Figure(name, round(100 * right / max(1, gold), 2), gold)


def f1_figure(name: str, right: int, found: int, gold: int) -> Figure:
    """Return an F1 with its precision and recall in per cent, to two decimals."""
    p, r = 100 * right / max(1, found), 100 * right / max(1, gold)
    return Figure(name, round(2 * p * r / (p + r), 2) if p + r else 0.0, gold, round(p, 2), round(r, 2))
