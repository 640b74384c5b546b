"""``onrecord claims``, ``claim``, ``timeline``: what is claimed, on whose word, and how it stood on a day."""

import sys
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

import typer
from rich.text import Text

from onrecord.cli.lists import print_csv, print_json, print_table
from onrecord.cli.options import AsCsv, AsJson, AsOf, KnownBy, Limit, Where, day_of, moment_of, open_for
from onrecord.cli.page import show_claim
from onrecord.cli.table import console
from onrecord.cli.words import plain, some
from onrecord.flow.claims import Shown, listing
from onrecord.flow.claims import claim as claim_of
from onrecord.flow.timeline import Moment
from onrecord.flow.timeline import timeline as moments_of
from onrecord.publishing.words import UNNAMED, public_day, stance_of
from onrecord.records import Claim, Review, claims_to_dict

__all__ = ["claim", "claims", "timeline"]

COLUMNS = ("anchor", "title", "support", "origins", "documents", "statements", "challenges", "reviewed", "last")
NONE = "no claim answers that"


def claims(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Words that are said; the last may be cut short.")
    ] = None,
    where: Where = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    limit: Limit = 50,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List claims: those that answer the words best, else those that changed last."""
    on, moment = day_of(as_of, "--as-of"), moment_of(known_by, "--known-by")
    with open_for(where) as ledger:
        listed = listing(ledger, " ".join(query) if query else None, on=on, known_by=moment, limit=limit)
    if as_json:
        print_json({**claims_to_dict(listed.claims, on), "total": listed.total})
        return
    if as_csv:
        print_csv([_row(c) for c in listed.claims], COLUMNS)
    elif listed.claims:
        names = ("claim", "support", "in", "last")
        print_table([_shown(c) for c in listed.claims], names, narrow=("last",), wide="claim")
    else:
        typer.echo(NONE)
    _tell_rest(len(listed.claims), listed.total, limit, aside=as_csv)


def _tell_rest(shown: int, total: int | None, limit: int, *, aside: bool) -> None:
    """Print how many of all claims are shown, where it is not all; aside, if what is printed is for programs."""
    if total is not None and total > shown:
        typer.echo(f"{shown:,} of {some(total, 'claim')} shown", err=aside)
    elif total is None and shown == limit:
        typer.echo(f"{some(shown, 'claim')} shown; there may be more", err=aside)


def _row(c: Claim) -> dict[str, Any]:
    return {
        "anchor": c.id,
        "title": c.title,
        "support": c.standing.support.value,
        "origins": c.independent_origins,
        "documents": len({s.imprint.id for s in c.statements}),
        "statements": len(c.statements),
        "challenges": len(c.standing.challenges),
        "reviewed": sum(s.review is not Review.UNREVIEWED for s in c.statements),
        "last": _last(c),
    }


def _last(c: Claim) -> str:
    return public_day(max((s.imprint for s in c.statements), key=lambda i: i.public_on))


def _shown(c: Claim) -> tuple[Text | str, ...]:
    row = _row(c)
    title = Text(plain(row["title"]))
    title.append(f"\n{row['anchor']}", style="dim")
    n, told = row["origins"], [row["support"]]
    told.append(some(n, "independent origin"))
    told += [some(row["challenges"], "challenge")] if row["challenges"] else []
    within = f"{some(row['documents'], 'article')}\n{some(row['statements'], 'statement')}"
    within += f"\n{row['reviewed']} reviewed" if row["reviewed"] else ""
    return title, Text("\n".join(told)), Text(within), row["last"].replace("seen ", "seen\n")


def claim(
    anchor: Annotated[str, typer.Argument(help="The name of one of its statements, or the beginning of it.")],
    where: Where = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
) -> None:
    """Show one claim: its statements by origin with chains and exact words, disputes, numbers, and the log of its standing."""
    on = day_of(as_of, "--as-of")
    with open_for(where) as ledger:
        found = claim_of(ledger, anchor, on=on, known_by=moment_of(known_by, "--known-by"))
    if as_json:
        print_json(_page(found, on))
    elif found is not None:
        show_claim(found, on, console(sys.stdout))
    else:
        by_then = [f"public by {as_of}"] if as_of else []
        by_then += [f"kept by {known_by}"] if known_by else []
        typer.echo(f"nothing of it was {' and '.join(by_then)}")


def _page(found: Shown | None, on: date | None) -> dict[str, Any]:
    """Return the page of a claim as JSON; of none, as one without a claim."""
    if found is None:
        return {**claims_to_dict([], on), "log": [], "refined": [], "contradicted": [], "judgements": []}
    return {
        **claims_to_dict([found.claim], on),
        "log": [asdict(c) for c in found.log],
        "refined": [{"id": c.id, "title": c.title, "reasons": reasons} for c, reasons in found.refined],
        "contradicted": [{"id": c.id, "title": c.title, "reasons": reasons} for c, reasons in found.contradicted],
        "judgements": [asdict(j) for j in found.judgements],
    }


def timeline(
    query: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    where: Where = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    limit: Limit = 20,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what is said to have happened by event time, beside the day on which it was told."""
    on, moment = day_of(as_of, "--as-of"), moment_of(known_by, "--known-by")
    with open_for(where) as ledger:
        found = moments_of(ledger, " ".join(query) if query else None, on=on, known_by=moment, limit=limit)
    rows = [_moment(m) for m in found.moments]
    names = ("event", "public", "source", "stance", "claim", "words", "anchor")
    if as_json:
        print_json(rows)
    elif as_csv:
        print_csv(rows, names)
    elif rows:
        print_table([_told(r) for r in rows], ("event", "public", "who", "what is said"), narrow=("event", "public"))
    else:
        typer.echo(NONE)
    _tell_rest(found.claims, found.total, limit, aside=as_json or as_csv)


def _told(row: dict[str, Any]) -> tuple[Text | str, ...]:
    words = Text(plain(row["words"]))
    words.append(f"\n{plain(row['claim'])}  {row['anchor']}", style="dim")
    who = f"{plain(row['source'])}\n{row['stance'] or 'stance not known'}"
    return (
        Text((row["event"] or "not told").replace("/", "\n")),
        row["public"].replace("seen ", "seen\n"),
        Text(who),
        words,
    )


def _moment(m: Moment) -> dict[str, Any]:
    first, last = (None if d is None else d.isoformat() for d in (m.first, m.last))
    event = first if first == last else f"{first or '..'}/{last or '..'}"
    return {
        "event": event,
        "public": public_day(m.said.imprint),
        "source": m.said.source or UNNAMED,
        "stance": stance_of(m.said) if m.said.stance is not None else None,
        "claim": m.title,
        "words": m.said.text,
        "anchor": m.said.anchor,
    }
