"""What screening answers: matches with their reasons."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.records.listings import ListedName, Listing

__all__ = ["BY_NAME", "Match", "OnDay", "Reason", "Standing"]

BY_NAME = (
    "By name alone: a match is a reason to look, not an identification. Ownership is not examined: a party that is not"
    " listed may be blocked because listed ones own 50 % of it or more."
)


class OnDay(StrEnum):
    """Whether a party was listed on a day, as far as the record says.

    Not in force: whether listed or not, by programmes that bound nobody on the day.
    """

    LISTED = "listed"
    NOT_IN_FORCE = "not in force"
    NOT_LISTED = "not listed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a party was listed on a day, and by what."""

    answer: OnDay
    why: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One word or number of the name asked for that stands for one of the name listed.

    Attributes:
        asked: as it was compared.
        listed: likewise.
        score: how near, 0 to 1.
        how: "same word", "sounds alike", "initial"...
    """

    asked: str
    listed: str
    score: float
    how: str


@dataclass(frozen=True, slots=True)
class Match:
    """One listed party that a name may be.

    Attributes:
        asked: the name as it was asked for.
        score: 0 to 1.
        listing: the party.
        version: id of the list version.
        alias: which of its names matched.
        via: how the name was read, where not as it stands: "HESA is Iran Aircraft Manufacturing Industrial Company"; None if
            as it stands.
        reasons: which word stands for which.
        only_asked: words of the name asked for that the listed one lacks.
        only_listed: words of the listed name that the one asked for lacks.
        standing: whether listed on the day asked; None if none was asked.
        second_opinion: what nomenklatura's logic-v2 gives, on its own scale, 0 to 1; None if not asked.
    """

    asked: str
    score: float
    listing: Listing
    version: str
    alias: ListedName
    via: str | None
    reasons: tuple[Reason, ...]
    only_asked: tuple[str, ...]
    only_listed: tuple[str, ...]
    standing: Standing | None = None
    second_opinion: float | None = None
