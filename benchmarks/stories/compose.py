"""An article's text: the lead, what supports it, the answers, and what stands around them."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from benchmarks.stories.facts import MEASURES, Facts
from benchmarks.stories.grammar import capital, choose, fill, tidy
from benchmarks.stories.lexicon import Row, table
from benchmarks.stories.plan import Item, Piece, Plan
from benchmarks.stories.scene import Scene
from benchmarks.stories.times import long_day
from benchmarks.stories.voices import Voice

__all__ = ["Mark", "Written", "write_piece"]

ABOUT = {
    "sources": "about_sources", "officials": "about_sources", "expects": "about_sources", "document": "about_document",
    "analysts": "about_analysts", "intelligence": "about_state", "forces": "about_state", "again": "about_state",
}  # fmt: skip
UNPLACED = ("unsourced", "vague", "retracts", "harden")
AUTHOR = ("unsourced", "background", "retracts")
RELAYED = ("relay", "relay2", "relay3", "weaken", "short")
REACTIVE = ("denies", "denies_general", "denies_scoped", "dismisses", "withholds", "declines", "doubts", "conditional")
MOST_WORDS = 245
FEWEST_WORDS = 60
# What a headline's verbs become behind a plural; the rest lose their s.
MANY_SAY = re.compile(r"\b(Houthis|RSF) (\w+s)\b")
MANY = {"denies": "deny", "brushes": "brush", "sanctions": "sanctions", "has": "have", "hands": "hands"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A statement as it stands in an article: the words that carry it, and whose they are."""

    item: Item
    anchor: str
    source: str
    via: tuple[str, ...]
    said: date | None


@dataclass(slots=True)
class Written:
    """An article with its title, its paragraphs and the statements marked in them."""

    piece: Piece
    title: str
    paragraphs: list[str]
    marks: list[Mark] = field(default_factory=list)
    serial: int = 0

    @property
    def text(self) -> str:
        """The body, paragraphs apart by an empty line."""
        return "\n\n".join(self.paragraphs)


def _words(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def write_piece(plan: Plan, piece: Piece, used: Counter[str]) -> Written:
    """Write an article that is no copy."""
    scene = Scene(plan, piece, used)
    made = Written(piece, "", [])
    for number, item in enumerate(piece.items):
        text, row = scene.write(item)
        carrying, _, rest = text.partition("||")
        carrying = carrying.strip()
        made.marks.append(_mark(scene, item, carrying, row))
        sentences = [carrying, rest.strip()] if rest else [carrying]
        shy = re.search(r"anonym|named|authorised", carrying)
        if number == 0 and item.kind in ABOUT and not shy and plan.rng.random() < 0.75:
            sentences.append(_filler(scene, table("colour")[ABOUT[item.kind]]))
        joins = number > 1 and item.kind in REACTIVE and plan.rng.random() < 0.4
        if joins:
            made.paragraphs[-1] += " " + " ".join(sentences)
        else:
            made.paragraphs.append(" ".join(sentences))
    _surround(scene, made)
    made.title = _title(scene, piece.items[0])
    _dateline(scene, made)
    _closing(scene, made)
    return _punctuate(made)


def _mark(scene: Scene, item: Item, carrying: str, row: Row) -> Mark:
    anchor = re.sub(r"[.!?”’)]+$", "", carrying)
    outlet, via = scene.piece.outlet, tuple(fill(v, scene.slot) for v in row.via)
    if item.kind in RELAYED:
        via = tuple(link.cited for link in item.chain)
    said = item.said if "{on}" in row.text else None
    return Mark(item, anchor, _source(scene, item, row, outlet.cited), via, said)


def _source(scene: Scene, item: Item, row: Row, outlet: str) -> str:
    if row.source == "expert":
        assert scene.expert
        return scene.expert.gold
    if row.source:
        return fill(row.source, scene.slot)
    if item.kind in AUTHOR:
        return outlet
    if item.kind == "harden":
        return item.chain[0].cited
    assert item.voice
    if item.kind == "denies_general":
        return scene.last["G"].removeprefix("the ")
    return item.voice.gold


def _filler(scene: Scene, rows: list[str]) -> str:
    return capital(tidy(fill(choose(scene.pick_text(rows), scene.rng), scene.slot)))


def _surround(scene: Scene, made: Written) -> None:
    """Add a look-alike claim and some colour, until the article is long enough."""
    rng, passages = scene.rng, table("passages")
    kind, facts = scene.piece.items[0].kind, scene.plan.claims[scene.piece.items[0].claim]
    scene.facts = facts
    target = rng.randint(65, 145)
    near = (
        [table("colour")["ties"], [facts.goods.note]]
        if facts.frame not in (*MEASURES, "training")
        else [table("colour")["ties"]]
    )
    pools: list[list[str]] = [passages[facts.frame], passages["anywhere"], rng.choice(near), passages[facts.frame]]
    if kind in ("unsourced", "vague", "harden"):
        pools.insert(1, passages["readers"])
    extra: list[str] = []
    if rng.random() < 0.45:
        extra.append(_decoy(scene, rng.choice(scene.plan.decoys)))
        scene.facts = facts
    first = rng.randrange(2)
    for number, pool in enumerate(pools[first:] + pools[:first] + [passages["anywhere"]] * 4):
        if _words(made.paragraphs + extra) >= (target if number < len(pools) else FEWEST_WORDS):
            break
        extra.append(_filler(scene, pool))
    if extra and not scene.piece.outlet.agency and rng.random() < 0.15 and len(extra[-1].split()) > 15:
        made.paragraphs.insert(0, extra.pop())
    _weave(scene, made, extra)


def _weave(scene: Scene, made: Written, extra: list[str]) -> None:
    """Put the colour behind the statements, now and then between them, never between a claim and its answer."""
    items = scene.piece.items
    split = scene.rng.random() < 0.35 and len(items) > 1 and all(i.kind not in REACTIVE for i in items[1:])
    if split and extra and len(made.paragraphs) > 1:
        made.paragraphs.insert(len(made.paragraphs) - 1, extra.pop(0))
    for paragraph in extra:
        if _words([*made.paragraphs, paragraph]) <= MOST_WORDS:
            made.paragraphs.append(paragraph)


def _decoy(scene: Scene, facts: Facts) -> str:
    """Tell of another claim, on somebody's word: whoever merges it with the story's counts one too many."""
    plan = scene.plan
    side = plan.rng.choice(plan.scenario.accusers)
    voices = [plan.cast.office(side)]
    if plan.cast.labs:
        name = plan.rng.choice(plan.cast.labs).name
        voices.append(Voice(name, name, name, "it", "lab"))
    voice = plan.rng.choice(voices)
    scene.item, scene.facts, scene.when_given, scene.last = None, facts, False, {}
    text = scene.pick_text(table("colour")["decoy"])

    def slot(key: str) -> str:
        if key.lower() == "d":
            return scene.slot("c.had" if key == "d" and plan.rng.random() < 0.4 else "c.past")
        if key == "on":
            return "this week"
        return voice.first if key.lower() == "src" else scene.slot(key)

    return capital(tidy(fill(choose(text, plan.rng), slot)))


def _title(scene: Scene, item: Item) -> str:
    rng = scene.rng
    scene.item, scene.facts, scene.last = item, scene.plan.claims[item.claim], {}
    rows: dict[str, list[str]] = table("titles")
    text = choose(rng.choice(rows[item.kind]), rng)
    ahead = scene.mood == "future"

    def slot(key: str) -> str:
        if key in ("h", "hf"):
            return str(rng.choice(scene.facts.rows["heading" if ahead else "headlines"])) if scene.facts else ""
        if key == "who":
            return item.voice.bare.removeprefix("the ") if item.voice else ""
        if key == "topic":
            return scene.slot("topic").removeprefix("the ")
        if key == "acc.press":
            assert scene.facts
            return scene.facts.side("B" if scene.facts.frame == "attack" else "A").press
        if key.startswith("G.") and item.party is None and item.voice and item.voice.sort != "described":
            known = item.voice.speaks_for in table("states")
            return scene.slot(key) if known else item.voice.speaks_for or item.voice.bare
        return scene.slot(key)

    title = capital(tidy(fill(text, slot)))
    return MANY_SAY.sub(lambda found: f"{found[1]} {MANY.get(found[2], found[2][:-1])}", title)


def _dateline(scene: Scene, made: Written) -> None:
    piece = scene.piece
    if piece.outlet.agency:
        day = long_day(piece.day, british=scene.british)
        made.paragraphs[0] = f"{piece.city.upper()}, {day} ({piece.outlet.cited}) - {made.paragraphs[0]}"
    elif (
        piece.items[0].kind not in UNPLACED and made.marks[0].anchor in made.paragraphs[0] and scene.rng.random() < 0.3
    ):
        made.paragraphs[0] = f"{piece.city.upper()} - {made.paragraphs[0]}"


def _closing(scene: Scene, made: Written) -> None:
    chain = scene.piece.items[0].chain
    if scene.piece.items[0].kind in ("relay", "harden") and chain[-1].agency and scene.rng.random() < 0.35:
        credit = scene.rng.choice(table("colour")["helped"]).replace("{agency}", chain[-1].cited)
        made.paragraphs.append(credit)


def _punctuate(made: Written) -> Written:
    """Set quotation marks as the outlet does: half of them curly."""
    table_: dict[str, Any] = {"’": "'", "“": '"', "”": '"', "‘": "'"} if len(made.piece.outlet.said) % 2 else {"'": "’"}
    turn = str.maketrans(table_)
    made.paragraphs = [p.translate(turn) for p in made.paragraphs]
    made.title = made.title.replace('"', "'").replace("“", "'").replace("”", "'")
    made.marks = [Mark(m.item, m.anchor.translate(turn), m.source.translate(turn), m.via, m.said) for m in made.marks]
    return made


def reprint(plan: Plan, piece: Piece, original: Written) -> Written:
    """Copy an agency's article word for word, in whole or without its last paragraphs, and credit the agency."""
    agency = original.piece.outlet.cited
    keep = len(original.paragraphs)
    while keep > 1 and plan.rng.random() < 0.3 and _words(original.paragraphs[: keep - 1]) >= FEWEST_WORDS:
        keep -= 1
    paragraphs = original.paragraphs[:keep]
    body = "\n\n".join(paragraphs)
    if plan.rng.random() < 0.6:
        row = plan.rng.choice(table("colour")["credits"])
        name = original.piece.outlet.name if plan.rng.random() < 0.3 else agency
        paragraphs = [*paragraphs, row.replace("{agency}", name)]
    marks = [Mark(m.item, m.anchor, m.source, (agency, *m.via), m.said) for m in original.marks if m.anchor in body]
    title = original.title if plan.rng.random() < 0.5 else re.sub(r"^(Exclusive|Study|Report): ", "", original.title)
    return Written(piece, title, paragraphs, marks)
