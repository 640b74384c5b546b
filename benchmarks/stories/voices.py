"""Those who speak: invented persons, bodies, groups; nobody is used twice in a story."""

import random
from dataclasses import dataclass, field

from benchmarks.stories.facts import number_words
from benchmarks.stories.grammar import choose
from benchmarks.stories.lexicon import Lab, Outlet, Party, labs, outlets, party, table

__all__ = ["Cast", "Voice", "lab_said"]

ARTICLED = ("Lab", "Ledger", "Tracing", "Collective", "Observatory")
HOUSES = {"us": "the US Congress", "eu": "the European Parliament"}


def lab_said(lab: Lab) -> str:
    """Return a group of investigators as a running text names it."""
    return f"the {lab.name}" if lab.name.split()[-1] in ARTICLED else lab.name


@dataclass(frozen=True, slots=True)
class Voice:
    """One who speaks: at first mention, later, and as the gold names it."""

    first: str
    later: str
    bare: str
    pronoun: str
    sort: str
    speaks_for: str = ""

    @property
    def gold(self) -> str:
        """The source as the gold names it: without an article."""
        return self.bare.removeprefix("the ").removeprefix("The ").removeprefix("a ").removeprefix("an ")

    @property
    def talks(self) -> bool:
        """Whether it can be said to have told somebody something."""
        return self.sort != "document"


@dataclass(slots=True)
class Cast:
    """The outlets, persons and groups of one story, drawn without repetition."""

    rng: random.Random
    agencies: list[Outlet] = field(default_factory=list)
    papers: list[Outlet] = field(default_factory=list)
    labs: list[Lab] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    offices: dict[str, list[str]] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        agencies, papers = outlets()
        self.agencies = self.rng.sample(agencies, len(agencies))
        self.papers = self.rng.sample(papers, len(papers))
        self.labs = self.rng.sample(labs(), len(labs()))

    def agency(self) -> Outlet:
        """Return one of the story's three agencies."""
        return self.rng.choice(self.agencies[:3])

    def paper(self) -> Outlet:
        """Return a paper that has not been used, while there are any."""
        return self.papers.pop() if len(self.papers) > 1 else self.papers[0]

    def lab(self) -> Lab:
        """Return a group of investigators that has not been used."""
        return self.labs.pop()

    def _name(self, people: str) -> tuple[str, str, bool]:
        row = table("people")[people]
        for _ in range(50):
            woman = self.rng.random() < 0.4
            given = self.rng.choice(row["women" if woman else "men"])
            family = self.rng.choice(row["family"]) if row["family"] else ""
            order = row.get("order", "western")
            name = given if order == "whole" else f"{family} {given}" if order == "eastern" else f"{given} {family}"
            if name not in self.names and (not family or family not in self.names):
                break
        self.names |= {name, family}
        return name, given if order == "whole" else family, woman

    def person(self, form: str, people: str, sort: str = "person", speaks_for: str = "") -> Voice:
        """Return a new person; ``form`` has '@' for the name and '#' for man or woman."""
        name, family, woman = self._name(people)
        first = form.replace("@", name).replace("#", "woman" if woman else "man")
        return Voice(first, family, name, "she" if woman else "he", sort, speaks_for)

    def spokesman(self, side: Party) -> Voice:
        """Return a named person who speaks for a side, each time another office if there is one."""
        left = self.offices.setdefault(side.key, [])
        if not left:
            left += self.rng.sample(side.offices, len(side.offices))
        return self.person(left.pop(), side.people, "person", side.key)

    def body(self, side: Party) -> Voice:
        """Return a ministry or the like that speaks for a side."""
        abroad = self.rng.choice([c for c in ("Vienna", "Geneva", "London", "Ankara", "Cairo") if c != side.capital])
        name = self.rng.choice(side.bodies).replace("{abroad}", abroad)
        return Voice(name, name, name, "it", "body", side.key)

    def speaker(self, side: Party) -> Voice:
        """Return a person or a body that speaks for a side."""
        return self.spokesman(side) if self.rng.random() < 0.65 else self.body(side)

    def treasury(self, side: Party) -> Voice:
        """Return the office that lists and delists, or one who speaks for it."""
        if self.rng.random() < 0.5:
            return self.person(f"@, a spokes# for {side.treasury},", side.people, "person", side.key)
        return Voice(side.treasury, side.treasury, side.treasury, "it", "body", side.key)

    def _number(self) -> str:
        if not self.numbers:
            self.numbers = self.rng.sample(range(2, 9), 7)
        return number_words(self.numbers.pop())

    def group(self, frame: str, place: str) -> Voice:
        """Return a new unnamed group with its number."""
        rows = [row for row in table("voices")["groups"] if frame in row.get("only", [frame])]
        row, number = self.rng.choice(rows), self._number()
        near = self.rng.choice(table("claims")[frame]["closeness"])
        first = row["first"].format(n=number, near=near, place=place)
        bare = row["bare"].format(n=number, near=near, place=place)
        return Voice(first, f"the {bare}", bare, "they", "group")

    def officials(self, side: Party) -> Voice:
        """Return a new group of described officials of a government."""
        row, number = self.rng.choice(table("voices")["officials"]), self._number()
        bare = row["bare"].format(n=number, adj=side.adj)
        return Voice(row["first"].format(n=number, adj=side.adj), f"the {bare}", bare, "they", "group", side.key)

    def paper_trail(self, frame: str) -> Voice:
        """Return a document as a voice."""
        name = self.rng.choice(table("claims")[frame]["papers"])
        article = "an" if name[0] in "aeiou" else "a"
        return Voice(f"{article} {name}", f"the {name}", f"{article} {name}", "it", "document")

    def firm(self, name: str, people: str, frame: str = "") -> Voice:
        """Return a company, or a person who speaks for it; the frame tells what it had to do with the matter."""
        roles = table("voices")["firm_roles"].get(frame)
        known = f"{name}, {self.rng.choice(roles)}," if roles else name
        forms = table("voices")["company_people"]
        form = self.rng.choice(forms if roles else [f for f in forms if "@" in f]).replace("{firm}", known)
        if "@" not in form:
            return Voice(known, name, name, "it", "body", name)
        return self.person(form, people, "person", name)

    def outsider(self, kind: str, side: Party, city: str) -> Voice:
        """Return one who speaks for nobody: an expert or a politician of a side, or an attache."""
        form = choose(self.rng.choice(table("voices")[kind]), self.rng).replace("{city}", city)
        form = form.replace("{adj}", side.adj).replace("{house}", HOUSES.get(side.key, f"the {side.adj} parliament"))
        if "@" in form:
            return self.person(form, side.people)
        return Voice(form, form, form, "he", "described")

    def expert(self) -> Voice:
        """Return a named researcher of a group of investigators."""
        people = self.rng.choice(("english", "german", "french", "polish"))
        return self.person("@", people, "person")

    def office(self, key: str) -> Voice:
        """Return a body of a side, by the key of the side."""
        return self.body(party(key))
