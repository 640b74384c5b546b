"""What is claimed, and the ways to word it."""

import random
from dataclasses import dataclass

from benchmarks.stories.grammar import VERB, verb
from benchmarks.stories.lexicon import Goods, Party, goods, is_plural, party, table
from benchmarks.stories.times import Period

__all__ = ["EVENTS", "MEASURES", "Facts", "number_words"]

EVENTS = ("transfer", "deal", "attack", "training", "seizure")
MEASURES = ("sanctions", "lifting")
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number_words(count: int) -> str:
    """Return a count as news prints it: words up to ten, figures above."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


@dataclass(frozen=True, slots=True)
class Facts:
    """One claim: its frame, sides, goods, number, place and time."""

    frame: str
    a: str
    b: str
    weapon: str = ""
    count: int = 0
    place: str = ""
    port: str = ""
    routes: tuple[str, ...] = ()
    imposer: str = ""
    firm: str = ""
    period: Period | None = None

    @property
    def rows(self) -> dict[str, list[str]]:
        """The wordings of the frame."""
        found: dict[str, list[str]] = table("claims")[self.frame]
        return found

    @property
    def kind(self) -> str:
        """The kind of claim as the gold names it."""
        return "measure" if self.frame in MEASURES else "event"

    @property
    def goods(self) -> Goods:
        """The weapon."""
        return goods(self.weapon)

    def side(self, key: str) -> Party:
        """Return a side by its letter in the wordings: A, B or X."""
        return party({"A": self.a, "B": self.b, "X": self.imposer}[key])

    def statement(self) -> str:
        """Return the claim in one plain sentence, for the gold."""
        a, b = party(self.a).name, party(self.b).name
        when = f" {self.period.phrase}" if self.period else ""
        count = number_words(self.count) if self.count <= 10 else f"about {self.count:,}"
        match self.frame:
            case "transfer":
                text = f"{a} delivered {count} {self.goods.full} to {b}{when}."
            case "deal":
                text = f"{a} licensed {b} to build {self.goods.full} in {self.place}{when}."
            case "attack":
                text = f"{party(self.b).army[0]} used {party(self.a).adj} {self.goods.full} against {self.place}{when}."
            case "training":
                troops = party(self.b).troops[0]
                text = f"{party(self.a).adj} instructors trained about {self.count} {troops} at {self.place}{when}."
            case "seizure":
                cargo = f"{count} {party(self.a).adj} {self.goods.full} bound for {b}"
                text = f"{party(self.imposer).name} seized {cargo} in {self.place}{when}."
            case "sanctions":
                text = f"{party(self.imposer).name} puts {self.firm} on its sanctions list{when}."
            case _:
                text = f"{party(self.imposer).name} lifts its sanctions on {self.firm}{when}."
        return text[0].upper() + text[1:]

    def amount(self, rng: random.Random) -> str:
        """Return the number in one of its forms, or nothing."""
        if not self.count or rng.random() < 0.25:
            return ""
        if self.count <= 10:
            return number_words(self.count)
        figure = f"{self.count:,}"
        if self.count < 25 or self.count % 10:
            return rng.choice((figure, f"some {figure}", f"at least {figure}"))
        return rng.choice(
            (f"about {figure}", f"some {figure}", f"around {figure}", f"roughly {figure}", f"as many as {figure}")
        )

    def verbs(self, text: str, tense: str, last: dict[str, str]) -> str:
        """Inflect the verbs of a wording; ``last`` holds how each side was named in it."""

        def one(groups: tuple[str | None, ...]) -> str:
            side, passive, base, number = groups
            if side == "AB" or number == "pl":
                plural = True
            elif side == "B":
                plural = is_plural(last.get("B", ""))
            elif number == "army":
                plural = is_plural(last.get("B.army", ""))
            else:
                plural = passive == "*"
            return verb(base or "", tense, plural=plural, passive=passive is not None)

        return VERB.sub(lambda found: one(found.groups()), text)
