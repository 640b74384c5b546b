"""Strings and numbers on disk, mapped into memory: opening costs nothing, and processes share the pages."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["Strings", "open_array", "save_array", "save_strings"]


def save_array(folder: Path, name: str, values: Any, dtype: Any) -> None:
    """Write an array as ``name.npy``."""
    np.save(folder / f"{name}.npy", np.asarray(values, dtype=dtype), allow_pickle=False)


def open_array(folder: Path, name: str) -> NDArray[Any]:
    """Map an array; nothing is read until it is asked for.

    Raises:
        OSError: no such file.
        ValueError: it holds no array.
    """
    mapped: NDArray[Any] = np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)
    # A plain view: every look-up in a memmap object would make another one.
    return mapped.view(np.ndarray)


def save_strings(folder: Path, name: str, texts: Iterable[str]) -> None:
    """Write strings as bytes in UTF-8 and where each ends."""
    ends = [0]
    with (folder / f"{name}.bin").open("wb") as out:
        for text in texts:
            data = text.encode("utf-8", "surrogatepass")
            out.write(data)
            ends.append(ends[-1] + len(data))
    save_array(folder, f"{name}-ends", ends, np.int64)


class Strings(Sequence[str]):
    """Strings that stay on disk until they are asked for."""

    def __init__(self, folder: Path, name: str) -> None:
        """Map what ``save_strings()`` wrote."""
        self._ends = open_array(folder, f"{name}-ends")
        path = folder / f"{name}.bin"
        self._data: Any = np.memmap(path, dtype=np.uint8, mode="r").view(np.ndarray) if path.stat().st_size else b""

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._ends) - 1

    def __getitem__(self, k: Any) -> Any:
        """Return one string."""
        return bytes(self._data[self._ends[k] : self._ends[k + 1]]).decode("utf-8", "surrogatepass")

    def all(self) -> list[str]:
        """Return every string, read at once."""
        data, ends = bytes(self._data), self._ends.tolist()
        return [data[a:b].decode("utf-8", "surrogatepass") for a, b in pairwise(ends)]
