"""Parties of nobody, so that an index has the size of the world's lists: seeded, with names made of syllables."""

import random
from collections.abc import Iterator

from onrecord.records.listings import ListedName, Listing, NameKind, PartyKind
from onrecord.registers import given_names

__all__ = ["asked_names", "parties"]

_HEADS = """
ba be bo da de do fa fi ga go ha he ka ke ko la le lo ma me mo na ne no pa pe ra re ri ro sa se so ta te to va ve
vo za ze
""".split()  # noqa: SIM905 - words, not code
_MIDDLES = """
ban dar gar kov lin man mar mir nad nov pet ran ras rin sam sar sen shi ston tal tan tor ul van var vel zad zar
""".split()  # noqa: SIM905 - words, not code
_TAILS = """
adi ani ari ashvili chenko co ega enko er es ev eyev ez i ian ic ikov in ini ino is ko man ni off ola os ov ova
owski sen sky son ulu yan
""".split()  # noqa: SIM905 - words, not code
_TRADES = (
    "Trading", "Shipping", "Industries", "Holding", "Energy", "Petrochemical", "Aviation", "Electronics", "Logistics",
    "Investment", "Construction", "Engineering",
    "Marine Services", "General Trading", "Import Export", "Technology", "Bank", "Oil and Gas",
)  # fmt: skip
_FORMS = ("LLC", "Ltd", "Co., Ltd.", "JSC", "GmbH", "FZE", "S.A.", "Inc.", "OOO", "Company", "")


def _surname(rnd: random.Random) -> str:
    return (rnd.choice(_HEADS) + (rnd.choice(_MIDDLES) if rnd.random() < 0.7 else "") + rnd.choice(_TAILS)).title()


def _person(rnd: random.Random, given: list[str]) -> str:
    names = [rnd.choice(given).title() for _ in range(1 + (rnd.random() < 0.4))]
    return " ".join([*names, _surname(rnd)])


def _body(rnd: random.Random) -> str:
    words = [_surname(rnd), *([_surname(rnd)] if rnd.random() < 0.4 else []), rnd.choice(_TRADES), rnd.choice(_FORMS)]
    return " ".join(filter(None, words))


def parties(n: int, seed: int = 11) -> Iterator[Listing]:
    """Yield parties: two of three people, the rest bodies, with 1.4 names on average."""
    rnd = random.Random(seed)
    given = sorted(given_names())
    for k in range(n):
        person = rnd.random() < 0.66
        first = _person(rnd, given) if person else _body(rnd)
        others = [_person(rnd, given) if person else _body(rnd) for _ in range(rnd.choice((0, 0, 0, 1, 1)))]
        names = (ListedName(first, NameKind.PRIMARY), *map(ListedName, others))
        yield Listing(f"G-{k}", PartyKind.PERSON if person else PartyKind.ORGANISATION, names)


def asked_names(n: int, listed: list[str], seed: int = 5) -> Iterator[str]:
    """Yield names as a newsroom asks them: three in four of nobody, one in four of a listed party, half of those misspelt."""
    rnd = random.Random(seed)
    given = sorted(given_names())
    for _ in range(n):
        if rnd.random() < 0.75:
            yield _person(rnd, given) if rnd.random() < 0.6 else _body(rnd)
            continue
        name = rnd.choice(listed)
        place = rnd.randrange(len(name))
        yield name if rnd.random() < 0.5 else name[:place] + name[place + 1 :]
