"""What changed between two versions of a list."""

from collections.abc import Iterable
from dataclasses import dataclass, fields

from onrecord.records.listings import Listing

__all__ = ["Change", "Delta", "delta"]

_FIELDS = tuple(f.name for f in fields(Listing) if f.name != "id")


@dataclass(frozen=True, slots=True)
class Change:
    """A party that both versions hold, and not alike.

    Attributes:
        before: as it was.
        after: as it is.
        what: which fields differ.
    """

    before: Listing
    after: Listing
    what: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Delta:
    """Parties added, changed and removed, in the order of their numbers."""

    added: tuple[Listing, ...]
    changed: tuple[Change, ...]
    removed: tuple[Listing, ...]


def delta(before: Iterable[Listing], after: Iterable[Listing]) -> Delta:
    """Return what changed; parties are the same if their list gives them the same number."""
    old, new = ({p.id: p for p in parties} for parties in (before, after))
    changed = []
    for key in sorted(old.keys() & new.keys(), key=_order):
        what = tuple(name for name in _FIELDS if _set(old[key], name) != _set(new[key], name))
        if what:
            changed.append(Change(old[key], new[key], what))
    return Delta(
        tuple(new[k] for k in sorted(new.keys() - old.keys(), key=_order)),
        tuple(changed),
        tuple(old[k] for k in sorted(old.keys() - new.keys(), key=_order)),
    )


def _set(party: Listing, name: str) -> object:
    """Return a field as it is compared: the order in which a file prints names or papers says nothing."""
    value = getattr(party, name)
    return frozenset(value) if isinstance(value, tuple) else value


def _order(key: str) -> tuple[int, str]:
    return (int(key), "") if key.isascii() and key.isdigit() else (1 << 62, key)
