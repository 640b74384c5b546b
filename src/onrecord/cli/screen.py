"""``onrecord screen``: is a name on a list, by which alias, and why."""

import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer
from rich.text import Text

from onrecord.cli.lists import print_csv, print_json, print_table
from onrecord.cli.options import AsCsv, AsJson, day_of
from onrecord.cli.table import console
from onrecord.cli.words import plain
from onrecord.flow.screening import Asked, names_of_file, screen_many, with_second_opinion
from onrecord.publishing.matches import MATCHES, how_told, match_rows, matches_to_dict
from onrecord.records.listings import PartyKind
from onrecord.records.matches import BY_NAME, Match
from onrecord.screening import THRESHOLD

__all__ = ["screen", "show_matches"]


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
        print_csv([row for one, matches in found for row in match_rows(one.name, matches)], MATCHES)
    else:
        show_matches(found)


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
            rows.append([asked.name, _score(m), _named(m), how_told(m), _listed(m), _on_day(m)])
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
