"""Matches with sanctions lists as JSON, as rows for CSV, and in words."""

from collections.abc import Sequence
from typing import Any

from onrecord.records.listings import PartyKind
from onrecord.records.matches import BY_NAME, Match

__all__ = ["MATCHES", "how_told", "match_rows", "match_to_dict", "matches_to_dict"]

AskedFor = tuple[str, PartyKind | None]
"""A name, and of what kind it is, if known."""
MATCHES = (
    "asked", "score", "name", "alias", "weak", "kind", "list_version", "second_opinion",
    "id", "programmes", "listed_on", "how", "only_asked",
    "only_listed",
    "on_day", "why",
)  # fmt: skip


def matches_to_dict(found: Sequence[tuple[AskedFor, Sequence[Match]]]) -> dict[str, Any]:
    """Return matches as schema ``onrecord.screening/1``."""
    return {
        "schema": "onrecord.screening/1",
        "note": BY_NAME,
        "names": [{"asked": a, "kind": k, "matches": [match_to_dict(m) for m in matches]} for (a, k), matches in found],
    }


def match_to_dict(match: Match) -> dict[str, Any]:
    """Return one match of schema ``onrecord.screening/1``."""
    party = match.listing
    return {
        "score": match.score,
        "second_opinion": match.second_opinion,
        "alias": {"text": match.alias.text, "kind": match.alias.kind, "weak": match.alias.weak},
        "via": match.via,
        "how": [{"asked": r.asked, "listed": r.listed, "score": r.score, "how": r.how} for r in match.reasons],
        "only_asked": match.only_asked,
        "only_listed": match.only_listed,
        "party": {
            "id": party.id,
            "name": party.names[0].text,
            "kind": party.kind,
            "programmes": party.programmes,
            "listed_on": party.listed_on.isoformat() if party.listed_on else None,
            "born": party.born,
            "countries": party.countries,
            "identifiers": party.identifiers,
        },
        "list_version": match.version,
        "standing": {"answer": match.standing.answer, "why": match.standing.why} if match.standing else None,
    }


def match_rows(asked: str, matches: Sequence[Match]) -> list[dict[str, Any]]:
    """Return a row for each match; for a name without any, one that says so."""
    if not matches:
        return [dict.fromkeys(MATCHES) | {"asked": asked}]
    return [
        {
            "asked": asked,
            "score": m.score,
            "second_opinion": m.second_opinion,
            "name": m.listing.names[0].text,
            "alias": m.alias.text,
            "weak": "yes" if m.alias.weak else "no",
            "kind": m.listing.kind,
            "list_version": m.version,
            "id": m.listing.id,
            "programmes": "; ".join(m.listing.programmes),
            "listed_on": m.listing.listed_on,
            "how": how_told(m),
            "only_asked": " ".join(m.only_asked),
            "only_listed": " ".join(m.only_listed),
            "on_day": m.standing.answer if m.standing else None,
            "why": m.standing.why if m.standing else None,
        }
        for m in matches
    ]


def how_told(match: Match) -> str:
    """Return in words which word of a name stands for which, and what is left over."""
    same = [r.asked for r in match.reasons if r.how == "same word"]
    told = [match.via] if match.via else []
    told += [f"same: {' '.join(same)}"] if same else []
    told += [f"{r.asked} ~ {r.listed} ({r.how})" for r in match.reasons if r.how != "same word"]
    told += [f"not in the list: {' '.join(match.only_asked)}"] if match.only_asked else []
    told += [f"only in the list: {' '.join(match.only_listed)}"] if match.only_listed else []
    return "; ".join(told)
