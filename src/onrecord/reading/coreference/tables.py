"""What words tell of the people and bodies they name: gender, number, and what may be called what."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = [
    "GATHERINGS",
    "GENERIC_BODIES",
    "GROUPS",
    "PERSONAL",
    "TITLES",
    "WIDER_GROUPS",
    "Noun",
    "Pronoun",
    "person_nouns",
]

_FOLDER = files("onrecord").joinpath("data", "lexicon", "en")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for people.

    Attributes:
        gender: "f", "m" or "".
        plural: whether it is a plural, or takes one ("police").
        wider: nouns that may take it up ("the official" for a spokesman).
    """

    gender: str
    plural: bool
    wider: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person pronoun: gender "f", "m" or "" (they), and whether it is reflexive."""

    gender: str
    reflexive: bool


PERSONAL: Mapping[str, Pronoun] = MappingProxyType(
    {w: Pronoun("m", w.endswith("self")) for w in ("he", "him", "his", "himself")}
    | {w: Pronoun("f", w.endswith("self")) for w in ("she", "her", "hers", "herself")}
    | {w: Pronoun("", w.endswith("s") and "sel" in w) for w in ("they", "them", "their", "theirs", "themselves")}
)

TITLES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("mr", "sir", "lord", "don", "monsieur", "herr", "signor", "señor", "mister", "father", "brother"), "m")
    | dict.fromkeys(
        ("mrs", "ms", "miss", "madam", "madame", "mme", "lady", "dame", "sister", "frau", "señora", "signora", "mlle"), "f"
    )
    | dict.fromkeys(
        ("dr", "prof", "professor", "gen", "col", "lt", "maj", "capt", "cmdr", "adm", "sgt", "brig", "rep", "sen", "gov",
         "hon", "rev", "st", "pres", "amb", "sec", "judge", "justice", "cpl", "pte", "insp", "pm"), ""
    )
)  # fmt: skip
"""What stands before a person's name and is no part of it, in lower case and without its full stop, with the gender told."""

_GROUP_LIST = """
    administration agency airline alliance army association authority bank battalion board body branch brigade broadcaster
    bureau cabinet channel charity church club coalition college commission committee community company congress consortium
    corporation corps council coalition country couple court crew daily delegation department division embassy enterprise
    faction family federation firm fleet force forces foundation front fund government group guard guards house institute
    institution junta league legislature magazine maker majority manufacturer media militia military ministry minority
    mission mosque movement nation navy network newspaper ngo office opposition organisation organization outlet panel paper
    parliament partnership party police press publication publisher regime regulator school secretariat senate service side
    society squad staff state station studio supplier syndicate taskforce team trust tribunal union unit university watchdog
    website
"""
GATHERINGS = frozenset(("country", "couple", "crew", "family", "house", "nation", "public", "side", "society", "state"))
"""Groups that are no organisations."""
GROUPS = frozenset(_GROUP_LIST.split()) | GATHERINGS
"""Singular nouns for bodies of people: "they" may take them up, and they may take up an organisation."""

WIDER_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "airline": ("company",), "bank": ("company", "lender"), "broadcaster": ("outlet", "network", "channel"),
        "co": ("company", "firm"), "committee": ("panel",), "company": ("firm",), "corp": ("company", "firm"),
        "corporation": ("company", "firm"), "daily": ("newspaper", "paper"), "firm": ("company",),
        "foundation": ("charity", "organisation", "organization"), "gmbh": ("company", "firm"),
        "guards": ("force",), "inc": ("company", "firm"), "industries": ("company", "firm", "manufacturer"),
        "institute": ("organisation", "organization"), "league": ("organisation", "organization"),
        "llc": ("company", "firm"), "ltd": ("company", "firm"), "maker": ("company", "manufacturer"),
        "manufacturer": ("company", "maker"), "militia": ("group",), "motors": ("company", "firm", "manufacturer"),
        "movement": ("group",), "network": ("channel", "broadcaster"), "newspaper": ("paper", "daily"),
        "paper": ("newspaper",), "plc": ("company", "firm"), "times": ("newspaper", "paper"), "post": ("newspaper", "paper"),
    }
)  # fmt: skip
"""What else a body may be called once a word of its name, or an apposition, has said what it is."""

GENERIC_BODIES = frozenset(("company", "firm", "group", "organisation", "organization", "agency", "outlet", "body"))
"""Nouns that take up the nearest organisation of which the text has not said what it is."""


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(_FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines())


@cache
def person_nouns() -> Mapping[str, Noun]:
    """Return the nouns for people."""
    return MappingProxyType(
        {
            row["noun"]: Noun(row["gender"], row["plural"] == "yes", tuple(filter(None, row["wider"].split("|"))))
            for row in _rows("person_nouns.csv")
        }
    )
