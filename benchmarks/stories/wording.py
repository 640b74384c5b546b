"""The slots that word a claim: the sides, the goods, the clause with its tense and time."""

import random
from collections import Counter
from dataclasses import dataclass, field

from benchmarks.stories.facts import MEASURES, Facts
from benchmarks.stories.grammar import capital, choose, fill, lower, tidy
from benchmarks.stories.lexicon import Party, party
from benchmarks.stories.plan import Item, Piece, Plan
from benchmarks.stories.times import Period, when_words

__all__ = ["REACTIONS", "Wording"]

PROPER = ("A", "B", "X", "Y", "G", "G2")
REACTIONS = ("withholds", "declines", "dismisses", "doubts", "conditional", "demands", "expects", "commits", "retracts")
# What becomes of a tense when the source says "may have", or speaks of what is to come.
MOODS = {
    "may": {"c": "may", "past": "may", "had": "may", "has": "may"},
    "future": {"c": "would", "past": "will", "had": "would", "has": "will"},
}
UNDATED = ("has", "would", "will", "present")


@dataclass(slots=True)
class Wording:
    """One article while it is written: who has been named in it, and which phrases the story has used."""

    plan: Plan
    piece: Piece
    used: Counter[str]
    seen: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)
    last: dict[str, str] = field(default_factory=dict)
    # What the sentence at hand tells, and of which claim; a look-alike is told by no item.
    item: Item | None = None
    facts: Facts | None = None
    when_given: bool = False

    @property
    def rng(self) -> random.Random:
        """The story's own source of chance."""
        return self.plan.rng

    @property
    def british(self) -> bool:
        """Whether the outlet writes the day before the month."""
        return len(self.piece.outlet.name) % 2 == 1

    @property
    def claim(self) -> Facts:
        """The claim of the sentence at hand."""
        assert self.facts
        return self.facts

    @property
    def telling(self) -> Item:
        """The statement of the sentence at hand."""
        assert self.item
        return self.item

    @property
    def mood(self) -> str:
        """The mood of the sentence at hand: a reaction to a measure looks ahead until the measure is taken."""
        if self.item is None:
            return "plain"
        if self.claim.frame in MEASURES and self.item.kind in REACTIONS:
            act = self.plan.acts.get(self.item.claim)
            return "plain" if act and act <= self.piece.day else "future"
        return self.item.mood

    def pick_text(self, texts: list[str]) -> str:
        """Choose a text, those least used in this story first."""
        fewest = min(self.used[text] for text in texts)
        text = self.rng.choice([text for text in texts if self.used[text] == fewest])
        self.used[text] += 1
        return text

    def slot(self, key: str) -> str:
        """Return what a slot stands for here; a large first letter asks for one."""
        head, _, form = key.partition(".")
        if head in PROPER:
            return self._firm() if head == "Y" else self._party(head, form)
        big, head = head[0].isupper(), head.lower()
        value = self._clause(form or ("past" if big else "c")) if head == "c" else str(getattr(self, f"_{head}")())
        if form == "low":
            value = lower(value)
        elif form == "ger":
            value = value.removeprefix("that it is ")
        return capital(value) if big and head in ("c", "nom") else value

    # Sides and firms

    def _side(self, head: str) -> Party:
        if head == "G":
            voice = self.telling.voice
            return self.telling.party or party(voice.speaks_for if voice else "un")
        if head == "G2":
            assert self.telling.partner
            return self.telling.partner
        return self.claim.side(head)

    def _party(self, head: str, form: str) -> str:
        side = self._side(head)
        plain = {
            "adj": side.adj, "Adj": capital(side.adj), "name": side.name, "Name": capital(side.name),
            "press": side.press, "capital": side.capital,
        }  # fmt: skip
        if form in plain:
            return plain[form]
        if form == "troops":
            return side.troops[0] if self.rng.random() < 0.6 else self.rng.choice(side.troops)
        if form in ("army", "navy", "Navy"):
            found = self.rng.choice(side.army if form == "army" else side.navy)
            self.last[f"{head}.army"] = found
            return capital(found) if form == "Navy" else found
        name = self.name(side, head)
        if form == "poss":
            return f"{name}'" if name.endswith("s") else f"{name}'s"
        return name

    def name(self, side: Party, head: str) -> str:
        """Name a side: in full at first, then in any of its ways."""
        if side.key not in self.seen or self.rng.random() < 0.5:
            self.seen.add(side.key)
            found = side.name
        else:
            found = self.rng.choice(side.others)
        self.last[head] = found
        return found

    def _firm(self) -> str:
        self.last["Y"] = self.claim.firm
        return "the company" if "Y!" in self.last else self.claim.firm

    # The claim

    def _clause(self, form: str) -> str:
        tense = MOODS.get(self.mood, {}).get(form, form)
        if tense == "c":
            tense = self.rng.choice(("past", "past", "had"))
        text = choose(self.pick_text(self.claim.rows["clauses"]), self.rng)
        if tense in UNDATED:
            text = text.replace("{when}", "")
        return tidy(self.claim.verbs(fill(text, self.slot), tense, self.last))

    def _when(self) -> str:
        period, day = self.claim.period, self.piece.day
        if self.item and self.claim.frame in MEASURES and period is None:
            act = self.plan.acts.get(self.item.claim)
            period = Period(act, "day") if act else None
        if not period or self.when_given or period.start > day:
            return ""
        # "said on Friday that it had happened on Friday" is what nobody writes.
        same = self.item is not None and period.grain == "day" and period.start == self.item.said
        if same or (period.grain != "year" and self.rng.random() < 0.25):
            return ""
        self.when_given = True
        return " " + when_words(period, day, self.rng, british=self.british)

    def _row(self, name: str) -> str:
        return fill(choose(self.pick_text(self.claim.rows[name]), self.rng), self.slot)

    def _sided(self, name: str) -> str:
        sided = f"{name}_{self.telling.side}"
        return self._row(sided if sided in self.claim.rows else f"{name}_a")

    def _nom(self) -> str:
        return self._row("nominals")

    def _ger(self) -> str:
        return self._row("gerunds")

    def _quote(self) -> str:
        return tidy(capital(self._row("futures" if self.mood == "future" else "quotes")))

    def _future(self) -> str:
        return tidy(capital(self._row("futures")))

    def _topic(self) -> str:
        return self._row("topics")

    def _event(self) -> str:
        return self._row("events")

    def _found(self) -> str:
        return tidy(self._row("forces"))

    def _deny(self) -> str:
        return self._sided("deny")

    def _refuse(self) -> str:
        return self._sided("refuse")

    def _saying(self) -> str:
        return capital(self._sided("saying"))

    def _general(self) -> str:
        return self._sided("general")

    def _act(self) -> str:
        firm = self.claim.firm
        if self.claim.frame == "lifting":
            return f"lift its sanctions on {firm}"
        return self.rng.choice((f"impose sanctions on {firm}", f"put {firm} on its sanctions list"))

    def _goods(self) -> str:
        goods = self.claim.goods
        return goods.full if self.rng.random() < 0.5 else self.rng.choice(goods.plain)

    def _short(self) -> str:
        return self.claim.goods.short

    def _one(self) -> str:
        return self.claim.goods.one

    def _qty(self) -> str:
        return self.claim.amount(self.rng)

    def _place(self) -> str:
        return self.claim.place

    def _port(self) -> str:
        return self.claim.port

    def _route(self) -> str:
        routes = self.claim.routes
        return f" {self.rng.choice(routes)}" if routes and self.rng.random() < 0.3 else ""
