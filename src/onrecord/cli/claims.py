"""The document weighed on its own, as a table for people: what is claimed, who asserts, denies, doubts or conditions it."""

from collections.abc import Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.cli.words import plain, some
from onrecord.publishing.words import stance_of
from onrecord.records import Claim, Reading, Said

__all__ = ["show_claims"]


def show_claims(reading: Reading, out: Console) -> None:
    """Print the claims of a document that more than one statement is about, or that somebody challenges."""
    claims = reading.claims or ()
    shown = [c for c in claims if len(c.statements) > 1 or c.standing.challenges]
    if not shown:
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False, expand=False)
    for name, width in (("", None), ("in this article", 44), ("support", 20), ("who says what of it", None)):
        table.add_column(name, overflow="fold", no_wrap=name == "", max_width=width)
    for n, claim in enumerate(shown, 1):
        table.add_row(Text(f"c{n}", style="dim"), Text(plain(claim.title)), _support(claim), _voices(claim))
    out.print(table)
    rest = len(claims) - len(shown)
    alone = f"; {rest} more stand{'s' if rest == 1 else ''} in one statement each" if rest else ""
    out.print(Text(f"By this article alone, put together by machine, reviewed by nobody{alone}.\n"))


def _support(claim: Claim) -> Text:
    shown = Text(claim.standing.support.value)
    n = claim.independent_origins
    shown.append(f"\n{some(n, 'independent origin')}", style="dim")
    if claim.standing.outcome is not None:
        shown.append(f"\n{claim.standing.outcome}", style="italic")
    return shown


def _voices(claim: Claim) -> Text:
    """Return a line for each stance: who takes it, in which statements."""
    shown = Text()
    for label, voiced in _by_stance(claim.statements):
        who = dict.fromkeys(v.source or "the article itself" for v in voiced)
        shown.append(f"{label} ", style="dim")
        shown.append(plain(", ".join(who)))
        shown.append(f" {' '.join(v.id for v in voiced)}\n", style="dim")
    shown.rstrip()
    return shown


def _by_stance(statements: Sequence[Said]) -> list[tuple[str, list[Said]]]:
    found: dict[str, list[Said]] = {}
    for v in statements:
        found.setdefault(stance_of(v), []).append(v)
    return list(found.items())
