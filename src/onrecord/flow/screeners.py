"""Screeners kept at hand, so that a server does not open the same lists for every question."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from onrecord.flow.screening import Screener, compare_versions, kept_versions
from onrecord.records.listings import ListVersion
from onrecord.screening import Delta

__all__ = ["delta_of", "screener_of"]


def screener_of(folder: Path, on: date | None = None) -> Screener:
    """Return what screens names against the lists of a folder, opened again only where a version was loaded or taken away.

    Args:
        folder: where lists are kept.
        on: the day for which standing is asked; None for none.

    Raises:
        ListError: no list is loaded.
    """
    return _opened(folder, on, tuple(v.id for v in kept_versions(folder)))


@lru_cache(maxsize=4)
def _opened(folder: Path, on: date | None, versions: tuple[str, ...]) -> Screener:  # noqa: ARG001 - the key
    return Screener(folder, on=on)


def delta_of(folder: Path, before: str, after: str) -> tuple[ListVersion, ListVersion, Delta]:
    """Return two versions and what changed between them; the last comparison is kept, since a version never changes.

    Args:
        folder: where lists are kept.
        before: id of a version, its beginning, or a label for the newest.
        after: likewise.

    Raises:
        ListError: no such version.
    """
    return _compared(folder, before, after, tuple(v.id for v in kept_versions(folder)))


@lru_cache(maxsize=1)
def _compared(
    folder: Path,
    before: str,
    after: str,
    versions: tuple[str, ...],  # noqa: ARG001 - the key
) -> tuple[ListVersion, ListVersion, Delta]:
    return compare_versions(before, after, folder)
