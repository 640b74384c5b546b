"""The page of a claim: how it stands, its statements by origin with chains and exact words, disputes, decisions, its log."""

from collections.abc import Sequence
from datetime import date

from rich.console import Console
from rich.text import Text

from onrecord.cli.words import plain, some
from onrecord.flow.claims import Shown
from onrecord.publishing.words import cause_of, chain_of, public_day, span_of, stance_of
from onrecord.records import Change, Claim, Judgement, Review, Said

__all__ = ["show_claim"]


def show_claim(shown: Shown, on: date | None, out: Console) -> None:
    """Print a claim with all that belongs to it."""
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
    _decisions(shown.judgements, out)
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
            _statement(s, out)


def _statement(s: Said, out: Console) -> None:
    chain = " <- ".join(chain_of(s))
    marks = [stance_of(s), *([f"scope: {s.scope}"] if s.scope else [])]
    review = "" if s.review is Review.UNREVIEWED else f", {s.review.value}"
    line = Text(f"  {public_day(s.imprint)}  {plain(chain)}  [{plain(', '.join(marks))}{review}]  ")
    line.append(s.anchor, style="dim")
    out.print(line)
    out.print(Text(f"      {plain(s.text)}"))
    if s.imprint.entered_by is not None:
        told = [f"entered by hand by {s.imprint.entered_by}"]
        told += [f"translated by {s.imprint.translator}"] if s.imprint.translator else []
        told += [s.imprint.url] if s.imprint.url else []
        out.print(Text(f"      {plain(', '.join(told))}"))


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
        out.print(Text(f"  {f.kind}: {span_of(f.low, f.high)} ({some(len(f.statements), 'statement')})"))


def _beside(shown: Shown, out: Console) -> None:
    for head, others in (("told more closely, or less", shown.refined), ("cannot both hold", shown.contradicted)):
        for other, reasons in others:
            out.print(Text(f"\n{head}: {plain(other.title)}  {other.id}  ({plain(', '.join(reasons))})"))


def _decisions(judgements: Sequence[Judgement], out: Console) -> None:
    if not judgements:
        return
    out.print(Text("\ndecided by people", style="bold"))
    for j in judgements:
        names = " and ".join(name for name in (j.placed or j.anchor, j.other_placed or j.other) if name)
        right = f": {j.value}" if j.value else ""
        undone = ", taken back" if j.undone else ""
        out.print(Text(f"  {j.id}: {plain(f'{j.kind.value}{right}, by {j.by} on {j.at[:10]}{undone}')}  {names}"))


def _log(log: Sequence[Change], c: Claim, out: Console) -> None:
    by_anchor = {s.anchor: s for s in c.statements}
    out.print(Text("\nlog of its standing", style="bold"))
    for change in log:
        causes = [by_anchor[a] for a in change.causes if a in by_anchor]
        who = dict.fromkeys(cause_of(s) for s in causes)
        why = ", ".join(who) if who else "a day passed"
        day = next((public_day(s.imprint) for s in causes), change.on.isoformat())
        outcome = f", {change.standing.outcome.value}" if change.standing.outcome is not None else ""
        told = f"{change.standing.support.value}, {some(change.independent_origins, 'independent origin')}{outcome}"
        challenged = len(change.standing.challenges)
        told += f", {some(challenged, 'challenge')}" if challenged else ""
        out.print(Text(f"  {day}  {told}: {plain(why)}"))
