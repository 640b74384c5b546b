"""``onrecord lists``: load sanctions lists, see what is loaded, compare versions."""

import sys
from typing import Annotated, Any

import typer

from onrecord.cli.lists import print_csv, print_json, print_table
from onrecord.cli.options import AsCsv, AsJson, day_of
from onrecord.cli.table import console
from onrecord.cli.words import plain, some
from onrecord.flow.screening import compare_versions, kept_versions, load_version
from onrecord.records.listings import Listing, ListName, ListVersion
from onrecord.screening import Delta, listing_to_dict

__all__ = ["lists"]

lists = typer.Typer(
    name="lists", help="Load sanctions lists, see what is loaded, compare versions.", no_args_is_help=True
)
_SHOWN_FAULTS = 10


@lists.command("load")
def load(
    which: Annotated[ListName, typer.Argument(metavar="ofac|un|eu|uk|ftm", help="Whose list.")],
    sources: Annotated[
        list[str],
        typer.Argument(metavar="FILE|URL...", help="Its file; of OFAC's CSV all at once: sdn, alt, add, cons_*."),
    ],
    dated: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day it was made, YYYY-MM-DD; OFAC's CSV does not say.")
    ] = None,
    label: Annotated[
        str | None, typer.Option(help="What its versions are called together; else the list's name.")
    ] = None,
) -> None:
    """Load a list as a version of its own; a malformed entry is named with its line, and the rest is loaded."""
    if label is not None and (not label.replace("-", "").isalnum() or not label.isascii()):
        raise typer.BadParameter(f"got {label!r}; expected letters, digits and hyphens", param_hint="--label")
    version = load_version(which, sources, label=label, dated=day_of(dated, "--dated"))
    for fault in version.faults[:_SHOWN_FAULTS]:
        typer.echo(f"onrecord: {plain(str(fault))}", err=True)
    if len(version.faults) > _SHOWN_FAULTS:
        typer.echo(f"onrecord: {len(version.faults) - _SHOWN_FAULTS:,} more such faults", err=True)
    out = console(sys.stdout)
    parties = some(version.parties, "party").replace("partys", "parties")
    counts = f"{parties}, {some(version.names, 'name')}, {version.weak_names:,} of them weak"
    out.print(f"{version.id}: {counts}{_faulty(version)}")
    if version.dated is None:
        out.print("It gives no day; --dated DAY would let it answer for one.")


def _faulty(version: ListVersion) -> str:
    return (
        f"; {some(len(version.faults), 'entry').replace('entrys', 'entries')} could not be read"
        if version.faults
        else ""
    )


_STATUS = ("version", "dated", "loaded", "parties", "names", "weak", "faults", "sha256", "source")


@lists.command("status")
def status(*, as_json: AsJson = False, as_csv: AsCsv = False) -> None:
    """Show the versions that are loaded."""
    rows = [_status(v) for v in kept_versions()]
    if as_json:
        print_json(rows)
    elif as_csv:
        print_csv(rows, _STATUS)
    elif not rows:
        console(sys.stdout).print("No list is loaded; 'onrecord lists load un consolidated.xml' loads one.")
    else:
        shown = _STATUS[:7]
        print_table([[r[n] for n in shown] for r in rows], shown, narrow=("version", "dated"))


def _status(version: ListVersion) -> dict[str, Any]:
    return {
        "version": version.id,
        "dated": version.dated.isoformat() if version.dated else None,
        "loaded": version.loaded_at,
        "parties": version.parties,
        "names": version.names,
        "weak": version.weak_names,
        "faults": len(version.faults),
        "sha256": version.sha256,
        "source": " ".join(version.sources),
    }


_DELTA = ("change", "id", "kind", "name", "what")


@lists.command("delta")
def delta(
    before: Annotated[
        str, typer.Argument(metavar="A", help="A version: its id, how it begins, or a label for its newest.")
    ],
    after: Annotated[str, typer.Argument(metavar="B", help="The version to compare it with.")],
    *,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Show which parties were added, changed and removed from one version to another."""
    old, new, found = compare_versions(before, after)
    if as_json:
        print_json(_delta_to_dict(old, new, found))
        return
    rows = [
        *({"change": "added", **_party(p), "what": None} for p in found.added),
        *({"change": "changed", **_party(c.after), "what": ", ".join(c.what)} for c in found.changed),
        *({"change": "removed", **_party(p), "what": None} for p in found.removed),
    ]
    if as_csv:
        print_csv(rows, _DELTA)
        return
    counts = f"{len(found.added):,} added, {len(found.changed):,} changed, {len(found.removed):,} removed"
    console(sys.stdout).print(f"{old.id} -> {new.id}: {counts}")
    if rows:
        print_table([[r[n] for n in _DELTA] for r in rows], _DELTA, narrow=("change",))


def _party(party: Listing) -> dict[str, Any]:
    return {"id": party.id, "kind": party.kind, "name": party.names[0].text}


def _delta_to_dict(old: ListVersion, new: ListVersion, found: Delta) -> dict[str, Any]:
    return {
        "schema": "onrecord.delta/1",
        "from": old.id,
        "to": new.id,
        "added": [listing_to_dict(p) for p in found.added],
        "changed": [
            {"id": c.after.id, "what": c.what, "before": listing_to_dict(c.before), "after": listing_to_dict(c.after)}
            for c in found.changed
        ],
        "removed": [listing_to_dict(p) for p in found.removed],
    }
