"""The truth of a story as ``gold.json`` holds it, and the check that its counts follow from its own rows."""

from datetime import date, timedelta
from typing import Any

from benchmarks.stories.compose import Written
from benchmarks.stories.facts import Facts
from benchmarks.stories.plan import Item, Plan

__all__ = ["ADDING", "counts_of", "make_gold", "steps"]

ABOUT = (
    "INVENTED by benchmarks.stories: no report, firm, person, outlet or event here is real. via: outermost first, the "
    "article's outlet and the source left out. origin_counts: [day, number of independent families from that day on], "
    "of the origins that assert the claim (for measures: assert, expect or commit to it), rows with counts_as_origin "
    "false left out, each from the day of the first article that carries it; a retraction leaves the number as it was. "
    "days: on which counts are asked."
)
# A conditional, a denial, a doubt or a no-comment is a statement on a claim but vouches for nothing.
ADDING = {"event": ("asserts",), "measure": ("asserts", "expects", "commits")}
VOUCHING = ("asserts", "expects", "commits")

Json = dict[str, Any]


def counts_of(kind: str, rows: list[Json], origins: dict[str, Json], dates: dict[int, str]) -> list[tuple[str, str]]:
    """Return the families of a claim with the day on which each joins, from the gold's rows alone."""
    joined: dict[str, str] = {}
    for row in rows:
        if row["stance"] in ADDING[kind] and row.get("counts_as_origin", True):
            family, day = origins[row["origin"]]["family"], dates[row["article"]]
            joined[family] = min(joined.get(family, day), day)
    return sorted((day, family) for family, day in joined.items())


def steps(joined: list[tuple[str, str]]) -> list[list[Any]]:
    """Return [day, number of families from that day on] for every day on which the number grows."""
    days = sorted({day for day, _ in joined})
    return [[day, sum(at <= day for at, _ in joined)] for day in days]


def at(claim: Json, day: str) -> int:
    """Return a claim's number of families on a day."""
    return max((count for since, count in claim["origin_counts"] if since <= day), default=0)


def make_gold(plan: Plan, written: list[Written]) -> Json:
    """Return the gold of a story.

    Raises:
        ValueError: an anchor that is not once in its article, or counts that are not those the story was planned with.
    """
    number = {id(w.piece): n for n, w in enumerate(written, 1)}
    articles = [_article(n, w, number) for n, w in enumerate(written, 1)]
    dates = {a["n"]: a["date"] for a in articles}
    assertions = [row for n, w in enumerate(written, 1) for row in _assertions(n, w)]
    origins = _origins(plan, assertions, dates)
    claims = []
    for index, facts in enumerate(plan.claims):
        rows = [row for row in assertions if row["claim"] == f"C{index + 1:02d}"]
        joined = counts_of(facts.kind, rows, origins, dates)
        _check(plan, index, joined)
        claims.append(_claim(index, facts, rows, joined, dates))
    gold = {"about": ABOUT, "days": _days(plan, claims, assertions, dates), "articles": articles}
    return gold | {"claims": claims, "assertions": assertions, "origins": origins}


def _article(n: int, written: Written, number: dict[int, int]) -> Json:
    piece = written.piece
    copy = number[id(piece.copy_of)] if piece.copy_of else None
    outlet = piece.outlet.name
    return {
        "n": n, "url": url(written), "outlet": outlet, "date": piece.day.isoformat(), "date_inferred": False,
        "copy_of": copy,
    }  # fmt: skip


def url(written: Written) -> str:
    """Return an article's address."""
    from benchmarks.stories.vouching import slug

    piece = written.piece
    return f"https://{slug(piece.outlet.cited)}.example/{piece.day:%Y/%m/%d}/{slug(written.title)[:48].strip('-')}-{written.serial}"


def _assertions(n: int, written: Written) -> list[Json]:
    rows = []
    for mark in written.marks:
        if written.text.count(mark.anchor) != 1:
            raise ValueError(
                f"article {n}: got an anchor that stands there {written.text.count(mark.anchor)} times: {mark.anchor}"
            )
        row: Json = {
            "article": n, "claim": f"C{mark.item.claim + 1:02d}", "stance": mark.item.stance, "source": mark.source,
            "via": list(mark.via), "origin": mark.item.origin.key, "anchor": mark.anchor,
            "said_on": mark.said.isoformat() if mark.said else None,
        }  # fmt: skip
        if mark.item.stance in VOUCHING and not mark.item.origin.counts:
            row["counts_as_origin"] = False
        rows.append(row | {"note": _note(mark.item, written)})
    return rows


def _note(item: Item, written: Written) -> str:
    return "reprint; " * (written.piece.copy_of is not None) + item.kind.replace("_", ", ")


def _origins(plan: Plan, assertions: list[Json], dates: dict[int, str]) -> dict[str, Json]:
    used: dict[str, str] = {}
    for row in assertions:
        day = dates[row["article"]]
        used[row["origin"]] = min(used.get(row["origin"], day), day)
    families = {key: plan.origins[key].family for key in used}
    return {
        key: {
            "description": plan.origins[key].description, "family": families[key], "first_public": day,
            "independent_of": [o for o in used if families[o] != families[key] and plan.origins[o].counts],
        }
        for key, day in used.items()
    }  # fmt: skip


def _claim(index: int, facts: Facts, rows: list[Json], joined: list[tuple[str, str]], dates: dict[int, str]) -> Json:
    first = min(rows, key=lambda row: dates[row["article"]])
    return {
        "id": f"C{index + 1:02d}", "statement": facts.statement(), "kind": facts.kind,
        "first_public": {"date": dates[first["article"]], "who": first["source"]},
        "denial_target": facts.kind == "event",
        "count_note": "; then ".join(f"{family} ({day})" for day, family in joined) or "nobody who counts",
        "origin_counts": steps(joined),
    }  # fmt: skip


def _check(plan: Plan, index: int, joined: list[tuple[str, str]]) -> None:
    """Hold what the rows say against what was planned: the two are derived apart."""
    planned: dict[str, date] = {}
    for piece, family in plan.vouched[index]:
        planned[family] = min(planned.get(family, piece.day), piece.day)
    expected = sorted((day.isoformat(), family) for family, day in planned.items())
    if expected != joined:
        raise ValueError(f"claim {index + 1}: the rows give {joined}; the plan has {expected}")


def _days(plan: Plan, claims: list[Json], assertions: list[Json], dates: dict[int, str]) -> list[str]:
    """Choose four to six days on which the counts differ, so that no claim counts one on all of them."""
    last = max(dates.values())
    changes = sorted({day for claim in claims for day, _ in claim["origin_counts"]})
    needed = {last}
    for claim in claims:
        if at(claim, last) == 1:
            public = min(dates[row["article"]] for row in assertions if row["claim"] == claim["id"])
            needed.add(max(day for day in dates.values() if public <= day < claim["origin_counts"][0][0]))
    pool = [day for day in changes if day not in needed]
    wanted = plan.rng.randint(4, 6)
    while pool and len(needed) < wanted:
        needed.add(pool.pop(plan.rng.randrange(len(pool))))
    later = date.fromisoformat(last)
    spare = sorted(set(dates.values()) - needed)
    while len(needed) < 4:
        spare = spare or [(later + timedelta(days=n)).isoformat() for n in (2, 5, 9)]
        needed.add(spare.pop(plan.rng.randrange(len(spare))))
    return sorted(needed)
