"""Statement figures as tables, and what is wrong line by line."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from rich.table import Table

from evaluation.results import Figure
from evaluation.statement_counts import SHAPES, Scored, confusion
from evaluation.statement_fields import FIELDS
from evaluation.statement_match import Side, near_miss, overlap_f1

__all__ = ["WRONG", "confusion_table", "error_lines", "shapes_table"]

WRONG = ("missed", "extra", *FIELDS)
"""What ``--errors`` may be asked for."""


def shapes_table(figures: Sequence[Figure]) -> Table:
    """Return what ``shape_figures`` counted, a shape a row."""
    table = Table()
    for name in ("shape", "right if"):
        table.add_column(name, no_wrap=True)
    for name in ("n", "matched", "right"):
        table.add_column(name, justify="right", no_wrap=True)
    values = {f.name: f for f in figures}
    for n, (what, test, _) in SHAPES.items():
        if (right := values.get(f"shape {n}")) is not None:
            matched = values[f"shape {n} matched"].value
            table.add_row(f"{n:>2} {what}", test, str(right.gold), f"{matched:.2f}", f"{right.value:.2f}")
    return table


def confusion_table(articles: Iterable[Scored]) -> Table:
    """Return how often each gold stance, a row, was read as each found one, a column."""
    counts: Counter[tuple[str, str]] = confusion(articles)
    table = Table()
    table.add_column("", no_wrap=True)
    columns = sorted({found for _, found in counts})
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True)
    for gold in sorted({gold for gold, _ in counts}):
        table.add_row(gold, *(str(counts[gold, name] or "") for name in columns))
    return table


def error_lines(articles: Iterable[Scored], wanted: Iterable[str] = WRONG) -> Iterator[str]:
    """Yield a line for each thing wrong: article, statement, field, got, expected; a found one's id where there is no gold.

    Args:
        articles: what was scored.
        wanted: which of ``WRONG`` to tell.
    """
    chosen = frozenset(wanted)
    for one in articles:
        if "missed" in chosen:
            yield from (_missed(one, gold) for gold in one.missed())
        if "extra" in chosen:
            yield from (_line(one.name, found, "extra", _excerpt(found)) for found in one.pairing.extra)
        for gold, _, verdicts in one.required():
            for name, verdict in verdicts.items():
                if name in chosen and not verdict.right:
                    what = f"got {_cut(verdict.got)} | expected {_cut(verdict.expected)} | in {_excerpt(gold, 60)}"
                    yield _line(one.name, gold, name, what)


def _line(article: str, side: Side, field: str, what: str) -> str:
    return f"{article} {side.row.get('id') or '?':<4} {field:<11} {what}"


def _missed(one: Scored, gold: Side) -> str:
    """A gold statement that was missed, and why the found one nearest to it does not match."""
    found = [*one.pairing.extra, *(f for _, f in one.pairing.pairs)]
    nearest = max(found, key=lambda f: overlap_f1(gold.content, f.content), default=None)
    near = 0.0 if nearest is None else overlap_f1(gold.content, nearest.content)
    if nearest is None or near == 0:
        return _line(one.name, gold, "missed", f"{_excerpt(gold)} | nothing near")
    why = ", ".join(near_miss(gold, nearest))
    why = f"not its {why}" if why else "taken by another"
    return _line(one.name, gold, "missed", f"{_excerpt(gold)} | near ({near:.2f}, {why}): {_excerpt(nearest)}")


def _excerpt(side: Side, width: int = 80) -> str:
    source, cue, content = (side.row.get(part) or {} for part in ("source", "cue", "content"))
    who = source.get("text") or source.get("kind") or "nobody"
    return f"{_cut(who, 40)} / {_cut(cue.get('text') or 'no cue', 25)} / {_cut(content.get('text') or '', width)}"


def _cut(text: str, width: int = 90) -> str:
    """Text on one line, its middle left out if it is too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= width else f"{flat[: width * 2 // 3 - 1]}…{flat[-width // 3 :]}"
