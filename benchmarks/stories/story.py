"""One story from its seed, and its files."""

import json
import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.stories.compose import Written, reprint, write_piece
from benchmarks.stories.echoes import answer, echo, mention, merge
from benchmarks.stories.gold import make_gold, url
from benchmarks.stories.plan import Plan, draw_claims
from benchmarks.stories.voices import Cast
from benchmarks.stories.vouching import vouch

__all__ = ["make_story", "write_story"]

FIRST_DAY = date(2019, 2, 1)
SPAN = 2300


def make_story(seed: int, number: int) -> tuple[list[tuple[str, str]], dict[str, Any]]:
    """Return the articles of a story (front matter and text, file by file) and its gold."""
    rng = random.Random(f"{seed}/{number}")
    start = FIRST_DAY + timedelta(days=rng.randrange(SPAN))
    scenario, claims, decoys, starts = draw_claims(rng, start)
    plan = Plan(rng, scenario, claims, Cast(rng), decoys=decoys)
    vouch(plan, starts)
    merge(plan)
    echo(plan, rng.randint(5, min(20, 8 + 5 * len(claims))))
    mention(plan)
    answer(plan)
    written = _write(plan)
    gold = make_gold(plan, written)
    return [(_front(w), w.text) for w in written], gold


def _write(plan: Plan) -> list[Written]:
    """Write the articles by day, and put one or two old ones behind the rest."""
    pieces = sorted(plan.pieces, key=lambda p: (p.day, p.copy_of is not None))
    used: Counter[str] = Counter()
    done: dict[int, Written] = {}
    for serial, piece in enumerate(pieces, 1):
        copied = piece.copy_of
        made = reprint(plan, piece, done[id(copied)]) if copied else write_piece(plan, piece, used)
        made.serial = serial
        done[id(piece)] = made
    files = [done[id(piece)] for piece in pieces]
    early = [w for w in files[: len(files) // 2] if w.piece.copy_of is None]
    for late in plan.rng.sample(early, min(len(early), plan.rng.choice((0, 0, 1, 1, 2)))):
        files.remove(late)
        files.append(late)
    return files


def _front(written: Written) -> str:
    piece = written.piece
    rows = {"url": url(written), "outlet": piece.outlet.name}
    head = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items()]
    head += [f"date: {piece.day.isoformat()}", f"title: {json.dumps(written.title, ensure_ascii=False)}"]
    return "\n".join(["---", *head, "---", "", ""])


def write_story(folder: Path, seed: int, number: int) -> None:
    """Write a story's articles and gold below a folder."""
    articles, gold = make_story(seed, number)
    (folder / "articles").mkdir(parents=True, exist_ok=True)
    for stale in (folder / "articles").glob("*.md"):
        stale.unlink()
    for n, (front, text) in enumerate(articles, 1):
        (folder / "articles" / f"{n:03d}.md").write_text(front + text + "\n", encoding="utf-8")
    text = json.dumps(gold, ensure_ascii=False, indent=1)
    (folder / "gold.json").write_text(text + "\n", encoding="utf-8")
