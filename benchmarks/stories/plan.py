"""What happens in a story: which claims, who vouches for each and when, who repeats and who reacts."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from benchmarks.stories.facts import EVENTS, MEASURES, Facts
from benchmarks.stories.lexicon import Lab, Outlet, Party, Scenario, goods, scenarios
from benchmarks.stories.times import Period
from benchmarks.stories.voices import Cast, Voice

__all__ = ["Item", "Origin", "Piece", "Plan", "draw_claims"]

# What fits into the hold of a boat.
SMALL = ("drones", "missiles", "rifles", "shells", "bombs", "rockets", "munitions")
GRAINS = ("early", "mid", "late")


@dataclass(slots=True, eq=False)
class Origin:
    """A root of statements: its family, and whether it counts at all."""

    key: str
    family: str
    description: str
    counts: bool = True


@dataclass(slots=True, eq=False)
class Item:
    """One statement to be told: by which phrases, whose word, from which origin."""

    claim: int
    kind: str
    stance: str
    origin: Origin
    voice: Voice | None = None
    said: date | None = None
    mood: str = "plain"
    side: str = "a"
    party: Party | None = None
    partner: Party | None = None
    lab: Lab | None = None
    basis: str = ""
    chain: tuple[Outlet, ...] = ()
    told: date | None = None
    door: Outlet | None = None

    @property
    def exclusive(self) -> bool:
        """Whether others can have it only from the outlet that published it."""
        return self.kind in ("sources", "officials", "document", "expects")


@dataclass(slots=True, eq=False)
class Piece:
    """One article to be written."""

    outlet: Outlet
    day: date
    city: str
    items: list[Item] = field(default_factory=list)
    copy_of: "Piece | None" = None
    late: bool = False


@dataclass(slots=True)
class Plan:
    """A story in the making. ``vouched`` lists, per claim, the days on which a family is meant to join."""

    rng: random.Random
    scenario: Scenario
    claims: list[Facts]
    cast: Cast
    pieces: list[Piece] = field(default_factory=list)
    vouched: list[list[tuple[Piece, str]]] = field(default_factory=list)
    silent: dict[tuple[int, str], date] = field(default_factory=dict)
    acts: dict[int, date] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    decoys: list[Facts] = field(default_factory=list)

    def origin(self, claim: int, family: str, description: str, *, counts: bool = True) -> Origin:
        """Return a new origin with a key of its own."""
        key = f"{family}-c{claim + 1}"
        while key in self.origins:
            stem, _, number = key.rpartition(".")
            key = f"{stem or key}.{int(number) + 1}" if stem else f"{key}.2"
        self.origins[key] = Origin(key, family, description, counts)
        return self.origins[key]

    def piece(self, item: Item, outlet: Outlet, day: date, city: str | None = None) -> Piece:
        """Add an article that opens with a statement."""
        made = Piece(outlet, day, city or self.rng.choice(self.scenario.bureaux), [item])
        self.pieces.append(made)
        return made


def _earlier(rng: random.Random, before: date) -> Period:
    day = before - timedelta(days=rng.randint(20, 110))
    return Period(day.replace(day=(5, 15, 25)[rng.randrange(3)]), "")


def _month_part(rng: random.Random, before: date) -> Period:
    while True:
        found = _earlier(rng, before)
        if (before - found.start).days >= 14:
            return replace(found, grain=GRAINS[(found.start.day - 5) // 10])


def _weapon_count(rng: random.Random, weapon: str) -> int:
    low, high = goods(weapon).few
    count = rng.randint(low, high)
    step = 1 if high <= 12 else 2 if high < 60 else 10 if high < 1000 else 100 if high < 10_000 else 1000
    return max(low, count // step * step)


def _event(rng: random.Random, scenario: Scenario, frame: str, weapon: str, before: date) -> Facts:
    a, b, period = scenario.a, scenario.b, _month_part(rng, before)
    if frame == "attack":
        day = Period(before - timedelta(days=rng.randint(1, 3)), "day")
        return Facts(frame, a, b, weapon, _weapon_count(rng, weapon) % 37 + 3, rng.choice(scenario.towns), period=day)
    if frame == "seizure":
        imposer, sea = rng.choice(scenario.seizers)
        day = Period(before - timedelta(days=rng.randint(1, 4)), "day")
        count = max(3, _weapon_count(rng, weapon) // 4)
        return Facts(frame, a, b, weapon, count, sea, imposer=imposer, period=day)
    if frame == "training":
        return Facts(frame, a, b, weapon, rng.randrange(30, 600, 10), rng.choice(scenario.bases), period=period)
    if frame == "deal":
        return Facts(frame, a, b, weapon, 0, rng.choice(scenario.plants), period=period)
    count = _weapon_count(rng, weapon)
    return Facts(frame, a, b, weapon, count, port=scenario.port, routes=scenario.routes, period=period)


def _frames(rng: random.Random, scenario: Scenario, count: int) -> list[str]:
    weights = {"transfer": 34, "deal": 12, "attack": 18, "training": 13, "sanctions": 10, "lifting": 4, "seizure": 14}
    if not scenario.towns or not any(goods(g).hits for g in scenario.goods):
        del weights["attack"]
    if not scenario.seizers or not _small(scenario.goods):
        del weights["seizure"]
    found: list[str] = []
    while len(found) < count:
        frame = rng.choices(list(weights), list(weights.values()))[0]
        found.append(frame)
        if frame != "transfer" or found.count("transfer") == 2:
            del weights[frame]
        if frame in MEASURES:
            weights.pop("sanctions", None)
            weights.pop("lifting", None)
    return found


def _small(weapons: Sequence[str]) -> list[str]:
    return [w for w in weapons if goods(w).short in SMALL]


def _measure(rng: random.Random, scenario: Scenario, frame: str) -> Facts:
    firm = rng.choice(scenario.firms)
    return Facts(frame, scenario.a, scenario.b, imposer=rng.choice(scenario.sanctioners), firm=firm)


def draw_claims(rng: random.Random, start: date) -> tuple[Scenario, list[Facts], list[Facts], list[date]]:
    """Draw a scenario, its claims, look-alikes that are none of them, and the day on which each claim comes up."""
    scenario = rng.choice(scenarios())
    count = rng.choices((1, 2, 3, 4), (25, 35, 25, 15))[0]
    claims: list[Facts] = []
    days: list[date] = []
    weapons = list(scenario.goods)
    for number, frame in enumerate(_frames(rng, scenario, count)):
        day = start + timedelta(days=rng.randint(0, 30) if number else 0)
        if frame in MEASURES:
            claims.append(_measure(rng, scenario, frame))
        else:
            fitting = (
                _small(weapons) if frame == "seizure" else [w for w in weapons if frame != "attack" or goods(w).hits]
            )
            # Two claims of one kind must be about weapons that no short name confounds.
            taken = [c.goods.short for c in claims if c.frame == frame]
            fitting = [w for w in fitting if goods(w).short not in taken] or fitting
            weapon = fitting[0] if number == 0 and frame == "transfer" else rng.choice(fitting)
            claims.append(_event(rng, scenario, frame, weapon, day))
        days.append(day)
    return scenario, claims, _decoys(rng, scenario, claims, start), days


def _decoys(rng: random.Random, scenario: Scenario, claims: list[Facts], start: date) -> list[Facts]:
    """Claims of the same sides that nobody may take for one of the story's: other weapon, recipient, year, town."""
    shorts = {c.goods.short for c in claims if c.frame in EVENTS}
    spare = [w for w in scenario.goods if goods(w).short not in shorts]
    past = Period(start.replace(year=start.year - rng.randint(2, 6), day=1), "year")
    found = []
    if spare:
        found.append(replace(_event(rng, scenario, "transfer", rng.choice(spare), start), routes=(), port=""))
    for claim in claims:
        if claim.frame in EVENTS:
            found.append(replace(claim, period=past, count=0, routes=()))
            if claim.frame == "transfer":
                found.append(replace(claim, b=rng.choice(scenario.elsewhere), count=0, routes=()))
            if claim.frame == "attack" and len(scenario.towns) > 1:
                other = rng.choice([t for t in scenario.towns if t != claim.place])
                found.append(replace(claim, place=other, period=past, count=0))
    if scenario.seizers and (fitting := _small(spare) or _small(scenario.goods)):
        imposer, sea = rng.choice(scenario.seizers)
        weapon = rng.choice(fitting)
        found.append(Facts("seizure", scenario.a, scenario.b, weapon, 0, sea, imposer=imposer, period=past))
    if any(c.frame in MEASURES for c in claims):
        imposer = next(c.imposer for c in claims if c.frame in MEASURES)
        firm = rng.choice([f for f in scenario.firms if all(f != c.firm for c in claims)])
        found.append(Facts("sanctions", scenario.a, scenario.b, imposer=imposer, firm=firm, period=past))
    return rng.sample(found, len(found))
