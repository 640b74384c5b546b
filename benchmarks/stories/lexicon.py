"""The dictionaries of ``words/*.yml`` as records."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Goods", "Lab", "Outlet", "Party", "Row", "Scenario", "goods", "outlets", "party", "phrases", "scenarios"]

WORDS = Path(__file__).parent / "words"
PLURAL = re.compile(r"(Houthis|Forces|forces|fighters|units|RSF|peacekeepers)$")


@dataclass(frozen=True, slots=True)
class Party:
    """A state or an armed group, and the ways to name it."""

    key: str
    name: str
    adj: str
    capital: str
    others: tuple[str, ...]
    press: str
    army: tuple[str, ...]
    navy: tuple[str, ...]
    troops: tuple[str, ...]
    people: str
    bodies: tuple[str, ...]
    offices: tuple[str, ...]
    treasury: str
    group: bool


@dataclass(frozen=True, slots=True)
class Goods:
    """A weapon: its names in the plural and in the singular."""

    key: str
    full: str
    plain: tuple[str, ...]
    short: str
    one: str
    few: tuple[int, int]
    hits: bool
    note: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """Who is said to arm whom, and the places and people around it."""

    a: str
    b: str
    goods: tuple[str, ...]
    accusers: tuple[str, ...]
    victim: str
    towns: tuple[str, ...]
    routes: tuple[str, ...]
    port: str
    seizers: tuple[tuple[str, str], ...]
    bases: tuple[str, ...]
    plants: tuple[str, ...]
    sanctioners: tuple[str, ...]
    firms: tuple[str, ...]
    neutral: tuple[str, ...]
    elsewhere: tuple[str, ...]
    bureaux: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper, a site or a news agency; ``said`` is how a running text names it."""

    name: str
    said: str
    agency: bool

    @property
    def cited(self) -> str:
        """The name that a chain gives it: as in the text, without the article."""
        return self.said.removeprefix("the ")


@dataclass(frozen=True, slots=True)
class Lab:
    """A group that investigates from open sources."""

    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase, and what it asks of its source (``suits``) or fixes (``source``, ``via``)."""

    text: str
    suits: str = ""
    source: str = ""
    via: tuple[str, ...] = ()


@cache
def _load(name: str) -> Any:
    return yaml.safe_load((WORDS / f"{name}.yml").read_text(encoding="utf-8"))


def _fill(adj: str, rows: list[str]) -> tuple[str, ...]:
    return tuple(row.replace("{adj}", adj) for row in rows)


@cache
def party(key: str) -> Party:
    """Return a state or group by its key in ``states.yml``."""
    row, voices = _load("states")[key], _load("voices")
    adj, name = row["adj"], row["name"]
    return Party(
        key=key,
        name=name,
        adj=adj,
        capital=row["capital"],
        others=tuple(row["others"]),
        press=row.get("press", name.removeprefix("the ")),
        army=tuple(row["army"]),
        navy=tuple(row.get("navy", [f"the {adj} authorities"])),
        troops=tuple(row["troops"]),
        people=row["people"],
        bodies=tuple(row["bodies"]) if "bodies" in row else _fill(adj, voices["default_bodies"]),
        offices=tuple(row["said_by"]) if "said_by" in row else _fill(adj, voices["default_offices"]),
        treasury=row.get("treasury", f"the {adj} foreign ministry"),
        group=row.get("kind") == "group",
    )


@cache
def goods(key: str) -> Goods:
    """Return a weapon by its key in ``goods.yml``."""
    row = _load("goods")[key]
    low, high = row["few"]
    return Goods(key, row["full"], tuple(row["plain"]), row["short"], row["one"], (low, high), row["hits"], row["note"])


@cache
def scenarios() -> tuple[Scenario, ...]:
    """Return the rows of ``scenarios.yml``."""
    return tuple(Scenario(**{key: _frozen(value) for key, value in row.items()}) for row in _load("scenarios"))


def _frozen(value: Any) -> Any:
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value


@cache
def outlets() -> tuple[tuple[Outlet, ...], tuple[Outlet, ...]]:
    """Return the agencies and the papers."""
    rows = _load("outlets")
    agencies = tuple(Outlet(row["name"], row["short"], agency=True) for row in rows["agencies"])
    papers = tuple(
        Outlet(row["name"], f"the {row['name']}" if row["the"] else row["name"], agency=False) for row in rows["papers"]
    )
    return agencies, papers


@cache
def labs() -> tuple[Lab, ...]:
    """Return the groups that investigate from open sources."""
    return tuple(Lab(row["name"], row["what"]) for row in _load("outlets")["labs"])


@cache
def table(name: str) -> Any:
    """Return a dictionary as it stands in its file."""
    return _load(name)


@cache
def phrases(kind: str) -> tuple[Row, ...]:
    """Return the phrases of a kind of statement, from whichever file has it."""
    for name in ("statements", "relays", "reactions"):
        if kind in _load(name):
            return tuple(_row(row) for row in _load(name)[kind])
    raise KeyError(f"got no phrases of kind {kind!r}; expected a list in statements, relays or reactions")


def _row(row: str | dict[str, Any]) -> Row:
    if isinstance(row, str):
        return Row(row)
    return Row(row["t"], row.get("for", ""), row.get("source", ""), tuple(row.get("via", ())))


def is_plural(name: str) -> bool:
    """Tell whether a name of a side takes a verb in the plural."""
    return bool(PLURAL.search(name))
