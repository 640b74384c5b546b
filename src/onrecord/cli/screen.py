"""``onrecord screen``: is a name on a list, by which alias, and why."""

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer
from rich.text import Text

from onrecord.cli.lists import print_csv, print_json, print_table
from onrecord.cli.options import AsCsv, AsJson, day_of
from onrecord.cli.table import console
from onrecord.cli.words import plain
from onrecord.flow.screening import Asked, names_of_file, screen_many, with_second_opinion
from onrecord.records.listings import PartyKind
from onrecord.records.matches import BY_NAME, Match
from onrecord.screening import THRESHOLD

__all__ = ["matches_to_dict", "screen", "show_matches"]

_COLUMNS = (
    "asked", "score", "name", "alias", "weak", "kind", "list_version", "second_opinion",
    "id", "programmes", "listed_on", "how", "only_asked",
    "only_listed",
    "on_day", "why",
)  # fmt: skip


def screen(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="A name in any script, or an IMO number.")] = None,
    file: Annotated[
        str | None, typer.Option("--file", metavar="CSV", help="Names: a column 'name', perhaps a column 'kind'.")
    ] = None,
    kind: Annotated[PartyKind | None, typer.Option(help="Only parties of this kind.")] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="Say whether each was listed on a day, YYYY-MM-DD.")
    ] = None,
    threshold: Annotated[float, typer.Option(min=0.3, max=1.0, help="Least score shown.")] = THRESHOLD,
    most: Annotated[int, typer.Option("--limit", min=1, max=500, help="Matches shown for a name, at most.")] = 10,
    processes: Annotated[int, typer.Option(min=1, max=64, help="How many work at once on a file.")] = 1,
    *,
    second: Annotated[
        bool, typer.Option("--second-opinion", help="Show nomenklatura's score beside ours; needs the extra ftm.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Screen a name, or a file of names, against the lists that are loaded.

    By name alone: it says which alias matched and how, never that two are one; ownership is not examined.
    """
    if (name is None) == (file is None):
        raise typer.BadParameter("got both or neither; expected a NAME or --file CSV")
    day = day_of(on, "--on")
    if file is None:
        asked: Iterable[Asked] = [Asked(name or "", kind)]
    else:
        asked = (a if a.kind else Asked(a.name, kind) for a in names_of_file(file))
    found = screen_many(asked, on=day, threshold=threshold, most=most, processes=processes if file else 1)
    found = with_second_opinion(found) if second else found
    if as_json:
        print_json(matches_to_dict([*found]))
    elif as_csv:
        print_csv([row for one, matches in found for row in _rows(one, matches)], _COLUMNS)
    else:
        show_matches(found)


def matches_to_dict(found: Sequence[tuple[Asked, list[Match]]]) -> dict[str, Any]:
    """Return matches as schema ``onrecord.screening/1``."""
    return {
        "schema": "onrecord.screening/1",
        "note": BY_NAME,
        "names": [{"asked": a.name, "kind": a.kind, "matches": [_to_dict(m) for m in matches]} for a, matches in found],
    }


def _to_dict(match: Match) -> dict[str, Any]:
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


def _rows(asked: Asked, matches: Sequence[Match]) -> list[dict[str, Any]]:
    """Return a row for each match; for a name without any, one that says so."""
    if not matches:
        return [dict.fromkeys(_COLUMNS) | {"asked": asked.name}]
    return [
        {
            "asked": asked.name,
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
            "how": _how(m),
            "only_asked": " ".join(m.only_asked),
            "only_listed": " ".join(m.only_listed),
            "on_day": m.standing.answer if m.standing else None,
            "why": m.standing.why if m.standing else None,
        }
        for m in matches
    ]


def _how(match: Match) -> str:
    """Return in words which word of a name stands for which, and what is left over."""
    same = [r.asked for r in match.reasons if r.how == "same word"]
    told = [match.via] if match.via else []
    told += [f"same: {' '.join(same)}"] if same else []
    told += [f"{r.asked} ~ {r.listed} ({r.how})" for r in match.reasons if r.how != "same word"]
    told += [f"not in the list: {' '.join(match.only_asked)}"] if match.only_asked else []
    told += [f"only in the list: {' '.join(match.only_listed)}"] if match.only_listed else []
    return "; ".join(told)


def show_matches(found: Iterable[tuple[Asked, list[Match]]]) -> None:
    """Print matches as a table, and what they are not."""
    out = console(sys.stdout)
    rows: list[list[Any]] = []
    none = list[str]()
    dated = False
    for asked, matches in found:
        if not matches:
            none.append(asked.name)
        for m in matches:
            dated = dated or m.standing is not None
            rows.append([asked.name, _score(m), _named(m), _how(m), _listed(m), _on_day(m)])
    names = ("asked", "score", "alias that matched", "how", "list", "on the day")
    if rows:
        shown = names if dated else names[:-1]
        print_table([r[: len(shown)] for r in rows], shown, narrow=("score",))
    for name in none:
        out.print(Text(f"{plain(name)}: no match on the lists loaded."))
    out.print(Text(BY_NAME, style="dim"))


def _score(match: Match) -> str:
    other = match.second_opinion
    return f"{match.score:.2f}" + ("" if other is None else f"\n({other:.2f})")


def _named(match: Match) -> Text:
    shown = Text(plain(match.alias.text), style="bold")
    if match.alias.weak:
        shown.append(" (weak alias)", style="italic not bold")
    if match.alias.text != match.listing.names[0].text:
        shown.append(f"\nof {plain(match.listing.names[0].text)}", style="not bold")
    return shown


def _listed(match: Match) -> Text:
    party = match.listing
    shown = Text(plain(match.version))
    told = [
        party.kind,
        party.id,
        *party.programmes,
        f"born {', '.join(party.born)}" if party.born else None,
        *party.countries[:2],
    ]
    shown.append("\n" + plain(" · ".join(t for t in told if t)), style="dim")
    return shown


def _on_day(match: Match) -> Text:
    if match.standing is None:
        return Text("")
    shown = Text(match.standing.answer, style="bold")
    shown.append("\n" + match.standing.why, style="dim not bold")
    return shown
