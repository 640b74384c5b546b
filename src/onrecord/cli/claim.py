"""``onrecord claims``, ``claim``, ``timeline``: what is claimed, on whose word, and how it stood on a day."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from onrecord.cli.lists import print_csv, print_json, print_table
from onrecord.cli.options import AsCsv, AsJson, AsOf, KnownBy, Where, day_of, moment_of, open_for
from onrecord.cli.table import console
from onrecord.cli.words import plain, some
from onrecord.flow.claims import Shown, claims_of
from onrecord.flow.claims import claim as claim_of
from onrecord.flow.timeline import Moment
from onrecord.flow.timeline import timeline as moments_of
from onrecord.records import Change, Claim, Review, Said, claims_to_dict

__all__ = ["claim", "claims", "timeline"]

COLUMNS = ("anchor", "title", "support", "origins", "documents", "statements", "challenges", "reviewed", "last")


def claims(
    query: Annotated[
        list[str] | None, typer.Argument(metavar="[WORDS]", help="Words that are said; the last may be cut short.")
    ] = None,
    where: Where = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    limit: Annotated[int, typer.Option(help="Claims at most.", min=1)] = 50,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List claims: those that answer the words best, else those that changed last."""
    on, moment = day_of(as_of, "--as-of"), moment_of(known_by, "--known-by")
    with open_for(where) as ledger:
        found = claims_of(ledger, " ".join(query) if query else None, on=on, known_by=moment, limit=limit)
    if as_json:
        print_json(claims_to_dict(found, on))
        return
    rows = [_row(c) for c in found]
    if as_csv:
        print_csv(rows, COLUMNS)
        return
    if not rows:
        typer.echo("no claim answers that")
        return
    names = ("claim", "support", "in", "last")
    print_table([_shown(r) for r in rows], names, narrow=("last",), wide="claim")


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
        "last": _day(max(s.imprint.public_on for s in c.statements)),
    }


def _shown(row: dict[str, Any]) -> tuple[Text | str, ...]:
    title = Text(plain(row["title"]))
    title.append(f"\n{row['anchor']}", style="dim")
    n, told = row["origins"], [row["support"]]
    told.append(some(n, "independent origin"))
    told += [some(row["challenges"], "challenge")] if row["challenges"] else []
    within = f"{some(row['documents'], 'article')}\n{some(row['statements'], 'statement')}"
    within += f"\n{row['reviewed']} reviewed" if row["reviewed"] else ""
    return title, Text("\n".join(told)), Text(within), row["last"]


def _day(day: date) -> str:
    return "unknown" if day == date.min else day.isoformat()


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
    if found is None and as_json:
        print_json({**claims_to_dict([], on), "log": [], "judgements": []})
        return
    if found is None:
        by_then = [f"public by {as_of}"] if as_of else []
        by_then += [f"kept by {known_by}"] if known_by else []
        typer.echo(f"nothing of it was {' and '.join(by_then)}")
        return
    if as_json:
        told = claims_to_dict([found.claim], on)
        print_json({**told, "log": [asdict(c) for c in found.log], "judgements": [asdict(j) for j in found.judgements]})
        return
    _show(found, on, console(sys.stdout))


def _show(shown: Shown, on: date | None, out: Console) -> None:
    c = shown.claim
    out.print(Text(plain(c.title), style="bold"))
    standing = c.standing
    n = c.independent_origins
    when = f"as of {on}" if on is not None else "by all that is known"
    told = [f"{standing.support.value}, {some(n, 'independent origin')}, {when}"]
    if standing.outcome is not None:
        told.append(f"outcome: {standing.outcome.value}")
    if standing.stated_by:
        told.append(f"officially stated by {', '.join(standing.stated_by)}")
    if standing.acknowledged_by:
        told.append(f"acknowledged by {', '.join(standing.acknowledged_by)}")
    for line in told:
        out.print(Text(plain(line)))
    _statements(c, out)
    _challenges(c, out)
    _figures(c, out)
    _beside(shown, out)
    _log(shown.log, c, out)
    reviewed = sum(s.review is not Review.UNREVIEWED for s in c.statements)
    out.print(Text(f"\nPut together by machine; {reviewed} of {len(c.statements)} statements reviewed by a person."))


def _statements(c: Claim, out: Console) -> None:
    groups: list[tuple[str, list[Said]]] = []
    for origin in c.origins:
        counts = "counted" if origin.counted else "not counted"
        head = f"{origin.name} - family {origin.family}, {counts}: {origin.rule}"
        groups.append((head, [s for s in c.statements if s.anchor in origin.statements]))
    rest = [s for s in c.statements if s.root is None]
    groups += [("lineage not recorded: counts as no origin", rest)] if rest else []
    for head, said in groups:
        out.print(Text(f"\n{plain(head)}", style="bold"))
        for s in said:
            stance = s.stance.value if s.stance is not None else "stance not known"
            chain = " <- ".join(_chain(s))
            marks = [stance, *(["if"] if s.condition else []), *([f"scope: {s.scope}"] if s.scope else [])]
            review = "" if s.review is Review.UNREVIEWED else f", {s.review.value}"
            line = Text(f"  {_day(s.imprint.public_on)}  {plain(chain)}  [{plain(', '.join(marks))}{review}]  ")
            line.append(s.anchor, style="dim")
            out.print(line)
            out.print(Text(f"      {plain(s.text)}"))


def _chain(s: Said) -> list[str]:
    """Return through whom a statement came, the outlet first and told once."""
    told = [s.imprint.outlet or "outlet unknown", *s.via, s.source or "the author"]
    return [name for k, name in enumerate(told) if k == 0 or name != told[k - 1]]


def _challenges(c: Claim, out: Console) -> None:
    if not c.standing.challenges:
        return
    out.print(Text("\nchallenges", style="bold"))
    for ch in c.standing.challenges:
        scope = f", only {ch.scope}" if ch.scope else ""
        out.print(Text(f"  {ch.stance.value}: {plain(ch.by)}{plain(scope)}"))


def _figures(c: Claim, out: Console) -> None:
    if len(c.figures) < 2:
        return
    out.print(Text("\nnumbers and days, side by side", style="bold"))
    for f in c.figures:
        low, high = ("" if v is None else f"{v:g}" if isinstance(v, float) else v for v in (f.low, f.high))
        span = low if low == high else f"{low or '...'} to {high or '...'}"
        n = len(f.statements)
        out.print(Text(f"  {f.kind}: {span} ({some(n, 'statement')})"))


def _beside(shown: Shown, out: Console) -> None:
    for head, others in (("told more closely, or less", shown.refined), ("cannot both hold", shown.contradicted)):
        for other, reasons in others:
            out.print(Text(f"\n{head}: {plain(other.title)}  {other.id}  ({plain(', '.join(reasons))})"))


def _log(log: Sequence[Change], c: Claim, out: Console) -> None:
    by_anchor = {s.anchor: s for s in c.statements}
    out.print(Text("\nlog of its standing", style="bold"))
    for change in log:
        causes = [by_anchor[a] for a in change.causes if a in by_anchor]
        who = dict.fromkeys(f"{s.source or 'the author'} in {s.imprint.outlet or 'outlet unknown'}" for s in causes)
        why = ", ".join(who) if who else "a day passed"
        outcome = f", {change.standing.outcome.value}" if change.standing.outcome is not None else ""
        n = change.independent_origins
        told = f"{change.standing.support.value}, {some(n, 'independent origin')}{outcome}"
        challenged = len(change.standing.challenges)
        told += f", {some(challenged, 'challenge')}" if challenged else ""
        out.print(Text(f"  {_day(change.on)}  {told}: {plain(why)}"))


def timeline(
    query: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]")] = None,
    where: Where = None,
    as_of: AsOf = None,
    known_by: KnownBy = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """List what is said to have happened by event time, beside the day on which it was told."""
    on, moment = day_of(as_of, "--as-of"), moment_of(known_by, "--known-by")
    with open_for(where) as ledger:
        moments = moments_of(ledger, " ".join(query) if query else None, on=on, known_by=moment)
    rows = [_moment(m) for m in moments]
    names = ("event", "public", "source", "stance", "claim", "words", "anchor")
    if as_json:
        print_json(rows)
    elif as_csv:
        print_csv(rows, names)
    elif rows:
        print_table([_told(r) for r in rows], ("event", "public", "who", "what is said"), narrow=("event", "public"))
    else:
        typer.echo("no claim answers that")


def _told(row: dict[str, Any]) -> tuple[Text | str, ...]:
    words = Text(plain(row["words"]))
    words.append(f"\n{plain(row['claim'])}  {row['anchor']}", style="dim")
    who = f"{plain(row['source'])}\n{row['stance'] or 'stance not known'}"
    return Text((row["event"] or "not told").replace("/", "\n")), row["public"], Text(who), words


def _moment(m: Moment) -> dict[str, Any]:
    first, last = (None if d is None else d.isoformat() for d in (m.first, m.last))
    event = first if first == last else f"{first or '..'}/{last or '..'}"
    return {
        "event": event,
        "public": _day(m.public_on),
        "source": m.said.source or "the author",
        "stance": m.said.stance.value if m.said.stance is not None else None,
        "claim": m.title,
        "words": m.said.text,
        "anchor": m.said.anchor,
    }
