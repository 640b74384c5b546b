"""Whether a party was on a list on a day, as far as versions of the list tell.

List files carry listings, not intervals. A day between two versions is unknown unless both agree; a day without a version
before it is unknown even if the entry gives an earlier day of listing, because restored entries keep their first one (the
UN's Iran entries of 2006 were no listing in 2024). Only a day of listing after the day asked says no by itself.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onrecord.records.listings import Listing, ListVersion
from onrecord.records.matches import OnDay, Standing

__all__ = ["Seen", "around", "standing"]


class Seen(NamedTuple):
    """A version, and the party in it; None if it is not."""

    version: ListVersion
    listing: Listing | None


def around(versions: Sequence[ListVersion], day: date) -> tuple[ListVersion | None, ListVersion | None]:
    """Return the last version of one list dated on or before a day, and the first dated on or after it.

    Args:
        versions: of one label; those without a day tell nothing.
        day: the day.
    """
    dated = sorted((v for v in versions if v.dated), key=lambda v: (v.dated, v.loaded_at))
    before = [v for v in dated if v.dated and v.dated <= day]
    after = [v for v in dated if v.dated and v.dated >= day]
    return (before[-1] if before else None, after[0] if after else None)


def standing(day: date, before: Seen | None, after: Seen | None) -> Standing:
    """Return whether a party was listed on a day.

    Args:
        day: the day.
        before: the last version on or before it.
        after: the first version on or after it.
    """
    if before is not None and before.version.dated == day:
        held = before.listing is not None
        return Standing(
            OnDay.LISTED if held else OnDay.NOT_LISTED, f"{'in' if held else 'not in'} the version of that day"
        )
    started = after.listing.listed_on if after is not None and after.listing is not None else None
    if started is not None and started > day and (before is None or before.listing is None):
        return Standing(OnDay.NOT_LISTED, f"by its own entry it was listed on {started}")
    if before is None or after is None:
        return _half(before, after, started)
    dates = f"{before.version.dated} and {after.version.dated}"
    if (before.listing is None) != (after.listing is None):
        told = f"; its entry says it was listed on {started}" if started and before.listing is None else ""
        where = "the later" if before.listing is None else "the earlier"
        return Standing(OnDay.UNKNOWN, f"only in {where} of the versions of {dates}{told}")
    if before.listing is None:
        return Standing(OnDay.NOT_LISTED, f"not in the versions of {dates}")
    if started is not None and started > day:
        return Standing(OnDay.UNKNOWN, f"in the versions of {dates}, but the later says it was listed on {started}")
    return Standing(OnDay.LISTED, f"in the versions of {dates}")


def _half(before: Seen | None, after: Seen | None, started: date | None) -> Standing:
    if before is not None:
        held = "in" if before.listing is not None else "not in"
        return Standing(OnDay.UNKNOWN, f"{held} the version of {before.version.dated}, and no later one is loaded")
    if after is None:
        return Standing(OnDay.UNKNOWN, "no version with a day is loaded")
    if after.listing is None:
        return Standing(OnDay.UNKNOWN, f"not in the version of {after.version.dated}, and no earlier one is loaded")
    told = (
        f"its entry says it was listed on {started}, not whether it stayed so"
        if started
        else "its entry gives no day of listing"
    )
    return Standing(OnDay.UNKNOWN, f"in the version of {after.version.dated}, and no earlier one is loaded; {told}")
