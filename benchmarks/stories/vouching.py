"""The statements on which the counts rest: each claim's families, one after another, and how a claim comes up."""

import re
from datetime import date, timedelta

from benchmarks.stories.facts import MEASURES, Facts
from benchmarks.stories.lexicon import Outlet, Party, party, table
from benchmarks.stories.plan import Item, Piece, Plan
from benchmarks.stories.voices import Voice, lab_said

__all__ = ["slug", "vouch"]

ENDS = ((0, 10), (1, 20), (2, 30), (3, 22), (4, 12), (5, 6))
BASE_LIMIT = 14


def slug(name: str) -> str:
    """Return a name in small letters and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", name.removeprefix("the ").lower()).strip("-")


def vouch(plan: Plan, starts: list[date]) -> None:
    """Lay out for every claim the articles in which its families speak, and those in which it stands unsourced."""
    for number, facts in enumerate(plan.claims):
        plan.vouched.append([])
        room = BASE_LIMIT - len(plan.pieces) - 2 * (len(plan.claims) - number - 1)
        ends, weights = zip(*[e for e in ENDS if e[0] <= max(1, min(5, room))], strict=True)
        wanted = plan.rng.choices(ends, weights)[0]
        maker = _Measure if facts.frame in MEASURES else _Event
        maker(plan, number, facts).lay_out(wanted, starts[number])


class _Maker:
    """Lays out one claim."""

    def __init__(self, plan: Plan, number: int, facts: Facts) -> None:
        self.plan, self.number, self.facts, self.rng = plan, number, facts, plan.rng
        self.doors: list[Outlet] = []
        self.states: list[str] = []

    def later(self, day: date, low: int = 2, high: int = 18) -> date:
        return day + timedelta(days=self.rng.randint(low, high))

    def door(self, agencies: float) -> Outlet:
        """Return an outlet that has not yet let a source speak on this claim."""
        fresh = [a for a in self.plan.cast.agencies[:3] if a not in self.doors]
        outlet = self.rng.choice(fresh) if fresh and self.rng.random() < agencies else self.plan.cast.paper()
        self.doors.append(outlet)
        return outlet

    def add(self, item: Item, outlet: Outlet, day: date, city: str | None = None) -> Piece:
        made = self.plan.piece(item, outlet, day, city)
        self.plan.vouched[self.number].append((made, item.origin.family))
        return made

    def said(self, day: date) -> date:
        return day - timedelta(days=self.rng.choice((0, 0, 1)))

    def item(self, kind: str, stance: str, family: str, about: str, voice: Voice, **more: object) -> Item:
        origin = self.plan.origin(self.number, family, about)
        return Item(self.number, kind, stance, origin, voice, **more)  # type: ignore[arg-type]

    def group(self, day: date, kind: str = "sources", stance: str = "asserts", mood: str = "plain") -> None:
        outlet = self.door(0.5)
        places = [p.capital for p in (party(self.facts.a), party(self.facts.b))]
        voice = self.plan.cast.group(self.facts.frame, self.rng.choice(places))
        family = f"{slug(outlet.cited)}-{slug(voice.bare)}"
        about = f"{voice.first}, to {outlet.cited}"
        self.add(self.item(kind, stance, family, about, voice, mood=mood, said=self.said(day)), outlet, day)

    def document(self, day: date, stance: str = "asserts", mood: str = "plain") -> None:
        outlet, voice = self.door(0.3), self.plan.cast.paper_trail(self.facts.frame)
        family = f"{slug(outlet.cited)}-{slug(voice.gold)}"
        about = f"{voice.first} seen by a reporter of {outlet.cited}"
        self.add(self.item("document", stance, family, about, voice, mood=mood), outlet, day)

    def state(self, day: date, side: Party, kind: str, stance: str, voice: Voice, about: str) -> None:
        self.states.append(side.key)
        outlet = self.door(0.6) if kind == "officials" else self.public()
        mood = "future" if kind == "commits" else "plain"
        made = self.item(kind, stance, side.key, about, voice, party=side, said=self.said(day), mood=mood)
        self.add(made, outlet, day, side.capital if side.key not in ("rsf", "un") else None)

    def public(self) -> Outlet:
        cast = self.plan.cast
        return cast.agency() if self.rng.random() < 0.65 else cast.paper()

    def company(self, day: date) -> None:
        firm = self.facts.firm or self.rng.choice(self.plan.scenario.firms)
        voice = self.plan.cast.firm(firm, party(self.facts.a).people, self.facts.frame)
        made = self.item("company", "asserts", slug(firm), f"{firm}, about itself", voice, said=self.said(day))
        self.add(made, self.public(), day)

    def opener(self, day: date, mood: str = "plain") -> Piece:
        """Let the claim come up on nobody's word."""
        kind = self.rng.choices(("unsourced", "vague"), (6, 4))[0]
        outlet = self.plan.cast.paper()
        family = f"{kind}-{slug(outlet.cited)}"
        about = "told as fact, lineage not recorded" if kind == "unsourced" else "a collective nobody can ask"
        origin = self.plan.origin(self.number, family, f"{outlet.cited}: {about}", counts=False)
        stance = "expects" if mood == "future" else "asserts"
        return self.plan.piece(Item(self.number, kind, stance, origin, mood=mood), outlet, day)


class _Event(_Maker):
    """Lays out something that has happened."""

    def lay_out(self, wanted: int, day: date) -> None:
        if wanted < 2 or self.rng.random() < 0.3:
            self._foretold() if self.rng.random() < 0.2 and self.facts.frame in ("transfer", "deal") else None
            self.opener(day)
            day = self.later(day, 1, 9)
        for number in range(wanted):
            kinds = self._kinds(last=number == wanted - 1 and wanted > 1, first=number == 0)
            kind = self.rng.choices(list(kinds), list(kinds.values()))[0]
            getattr(self, f"_{kind}")(day)
            day = self.later(day)

    def _kinds(self, *, last: bool, first: bool) -> dict[str, float]:
        scenario, facts = self.plan.scenario, self.facts
        rows, used = table("claims")[facts.frame], self.states
        met = [i.kind for p, _ in self.plan.vouched[self.number] for i in p.items if i.claim == self.number]
        kinds = {"sources": 3.0 if met.count("sources") < 2 else 0.0}
        kinds["accuser"] = 3.0 if any(s not in used for s in scenario.accusers) else 0.0
        kinds["lab"] = 2.0 if rows["evidence"] and self.plan.cast.labs and met.count("analysts") < 2 else 0.0
        kinds["document"] = 1.3 if "document" not in met else 0.0
        if rows["forces"] and facts.frame != "seizure" and scenario.towns and scenario.victim not in used:
            kinds["victim"] = 3.5 if facts.frame == "attack" else 1.2
        if facts.frame == "seizure" and facts.imposer not in used:
            kinds["seizer"] = 14.0 if first else 3.0
        if "company" not in met and facts.frame in ("transfer", "deal", "seizure") and not first:
            kinds["company"] = 0.7
        if last:
            kinds["admission"] = 1.4
        return {kind: weight for kind, weight in kinds.items() if weight}

    def _sources(self, day: date) -> None:
        self.group(day, mood="may" if self.rng.random() < 0.12 else "plain")

    def _document(self, day: date) -> None:
        self.document(day)

    def _company(self, day: date) -> None:
        self.company(day)

    def _accuser(self, day: date) -> None:
        side = party(self.rng.choice([s for s in self.plan.scenario.accusers if s not in self.states]))
        if self.rng.random() < 0.3 and not side.group:
            voice, kind = self.plan.cast.officials(side), "officials"
        else:
            voice, kind = self.plan.cast.speaker(side), "intelligence"
        self.state(day, side, kind, "asserts", voice, f"{side.name}: its own intelligence")

    def _victim(self, day: date) -> None:
        side = party(self.plan.scenario.victim)
        self.state(day, side, "forces", "asserts", self.plan.cast.speaker(side), f"{side.name}: what its forces found")

    def _seizer(self, day: date) -> None:
        side = party(self.facts.imposer)
        kind = self.rng.choice(("forces", "announced"))
        self.state(day, side, kind, "asserts", self.plan.cast.speaker(side), f"{side.name}: its own operation")

    def _lab(self, day: date) -> None:
        lab = self.plan.cast.lab()
        basis = self.rng.choice(table("claims")[self.facts.frame]["evidence"])
        basis = basis.replace("{port}", self.facts.port).replace("{place}", self.facts.place)
        name = lab_said(lab)
        voice = Voice(name, name, name, "it", "lab")
        about = f"{lab.name}, from {basis}"
        made = self.item("analysts", "asserts", slug(lab.name), about, voice, lab=lab, basis=basis, said=self.said(day))
        self.add(made, self.public(), day)

    def _admission(self, day: date) -> None:
        side_key = self.rng.choice("ab")
        side = party(self.facts.a if side_key == "a" else self.facts.b)
        self.plan.silent[self.number, side.key] = day
        self.state(day, side, "admission", "asserts", self.plan.cast.speaker(side), f"{side.name} admits it")

    def _foretold(self) -> None:
        if self.facts.period is None:
            return
        early = self.facts.period.start - timedelta(days=self.rng.randint(12, 30))
        voice = self.plan.cast.outsider("attaches", party(self.facts.a), self.rng.choice(self.plan.scenario.bureaux))
        origin = self.plan.origin(self.number, "attache", f"{voice.first}, looking ahead", counts=False)
        item = Item(self.number, "expects_event", "expects", origin, voice, said=early)
        self.plan.piece(item, self.plan.cast.paper(), early)


class _Measure(_Maker):
    """Lays out sanctions imposed or lifted: expected, promised, done."""

    def lay_out(self, wanted: int, day: date) -> None:
        self.opener(day, "future") if self.rng.random() < 0.6 or wanted == 0 else self._demand(day)
        day = self.later(day, 1, 9)
        steps = self._steps(min(wanted, 4))
        for number, step in enumerate(steps):
            if step == "expected":
                self.group(day, "expects", "expects", "future")
            elif step == "draft":
                self.document(day, "expects", "future")
            elif step == "company":
                self.company(max(day, self.plan.acts[self.number] + timedelta(days=1)))
            else:
                self._imposer(day, last=number == len(steps) - 1)
            day = self.later(day)
        if steps and self.number not in self.plan.acts and "imposer" in steps and self.rng.random() < 0.7:
            self._realised(day)

    def _steps(self, wanted: int) -> list[str]:
        order = {1: [["imposer"]], 2: [["expected", "imposer"], ["draft", "imposer"], ["imposer", "company"]]}
        order[3] = [
            ["expected", "draft", "imposer"],
            ["expected", "imposer", "company"],
            ["draft", "imposer", "company"],
        ]
        order[4] = [["expected", "draft", "imposer", "company"]]
        return self.rng.choice(order[wanted]) if wanted else []

    def _imposer(self, day: date, *, last: bool) -> None:
        side = party(self.facts.imposer)
        if last and self.rng.random() < 0.6:
            voice = self.plan.cast.treasury(side)
            self.state(day, side, "commits", "commits", voice, f"{side.name}, of its own act")
        else:
            self._done(day)

    def _done(self, day: date) -> None:
        side, act = party(self.facts.imposer), self.said(day)
        self.plan.acts[self.number] = act
        voice = self.plan.cast.treasury(side)
        self.state(day, side, "announced", "asserts", voice, f"{side.name}, of its own act")
        self.plan.pieces[-1].items[0].said = act

    def _realised(self, day: date) -> None:
        """What was promised is done: the same family once more."""
        self._done(day)

    def _demand(self, day: date) -> None:
        city = self.rng.choice(self.plan.scenario.bureaux)
        voice = self.plan.cast.outsider("politicians", party(self.facts.imposer), city)
        origin = self.plan.origin(
            self.number, f"politician-{slug(voice.later)}", f"{voice.bare}, for himself or herself", counts=False
        )
        item = Item(self.number, "demands", "demands", origin, voice, said=day)
        self.plan.piece(item, self.plan.cast.paper(), day)
