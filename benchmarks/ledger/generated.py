"""Articles that no model has read: readings and statements made from templates, with other parties, goods, days and numbers.

A story is one deed between two sides; its articles tell it in several ways (with and without the day, the number, a name beside
it), and half of what they say is of deeds beside it that nobody else tells. So an article has four statements, of which about
half say something new, as in the stories of ``benchmarks.stories``. The more stories, the more parties there are.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from onrecord.flow.reading import read_only
from onrecord.records import Document, Fact, Imprint, Party, Reading, Root, Said, Stance
from onrecord.weighing import anchor_of, said_in
from onrecord.weighing.candidates import proposition_of

__all__ = ["Article", "Story", "World"]

GOODS = (
    "missile",
    "drone",
    "tank",
    "artillery",
    "ammunition",
    "radar",
    "warship",
    "combat aircraft",
    "rifle",
    "armoured vehicle",
)
BEGINNINGS = ("Bor", "Cal", "Dor", "Fen", "Gar", "Hol", "Jas", "Lum")
MAIN = 0.5
"""Share of what an article says that is of the story."""
OUTLETS = tuple(
    f"{city} {kind}" for city in ("Harbour", "Fjord", "Delta", "Steppe") for kind in ("Wire", "Post", "Ledger")
)
FIRST = date(2015, 1, 1)
TEMPLATE = "Iran sent 400 missiles to Russia in January 2024, Polish defence minister Jan Wilk said."
STANCES = (Stance.ASSERTS,) * 6 + (Stance.DENIES, Stance.DOUBTS)


@dataclass(frozen=True, slots=True)
class Article:
    """A reading with its statements made ready for weighing."""

    reading: Reading
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One deed: who gives what to whom, from what day on, how many, and names beside it."""

    giver: str
    taker: str
    goods: str
    day: date
    number: int
    names: tuple[str, ...]


@cache
def _template() -> tuple[Reading, Said, Fact]:
    reading = read_only(Document(TEMPLATE, outlet="Harbour Wire", published_on=date(2024, 3, 6)))
    (said,) = said_in(reading)
    assert said.fact is not None
    return reading, said, said.fact


class World:
    """Stories, and articles of them, each by its number.

    Attributes:
        stories: how many there are.
        per_article: statements of an article.
    """

    def __init__(self, stories: int, seed: int = 1, per_article: int = 4) -> None:
        rng = random.Random(seed)
        self.places = tuple(f"{rng.choice(BEGINNINGS)}{n:x}land" for n in range(max(30, 3 * stories)))
        self.stories = [_story(rng, n, self.places) for n in range(stories)]
        self.seed, self.per_article = seed, per_article

    def article(self, number: int, story: int | None = None) -> Article:
        """Return an article; the stories take turns, if none is named."""
        told = self.stories[number % len(self.stories) if story is None else story]
        rng = random.Random(f"{self.seed}/{number}")
        day = told.day + timedelta(days=min(int(rng.expovariate(1 / 40)), 400))
        deeds = [told if rng.random() < MAIN else _story(rng, number, self.places) for _ in range(self.per_article)]
        sentences = [_sentence(rng, deed, rng.choice(self.places)) for deed in deeds]
        text = "\n\n".join(words for words, *_ in sentences)
        url = f"https://example.org/{self.seed}/{number}"
        document = Document(text, url=url, outlet=rng.choice(OUTLETS), published_on=day)
        return _made(document, sentences)

    def articles(self, numbers: Sequence[int]) -> Iterator[Article]:
        """Yield articles by their numbers."""
        yield from map(self.article, numbers)


def _story(rng: random.Random, number: int, places: Sequence[str]) -> Story:
    giver, taker = rng.sample(places, 2)
    names = tuple(f"{rng.choice(BEGINNINGS)}{number:x}{n}" for n in range(3))
    day = FIRST + timedelta(days=rng.randrange(3600))
    return Story(giver, taker, rng.choice(GOODS), day, rng.randrange(5, 900), names)


Sentence = tuple[str, int, Fact, str, Stance]
"""Its words, where the cue begins, what it tells, whose word it is, and the stance to it."""


def _sentence(rng: random.Random, story: Story, home: str) -> Sentence:
    _, _, fact = _template()
    source = f"{home} spokesman {rng.choice('ABCDEFGH')}. Lund {rng.randrange(40)}"
    dated, counted = rng.random() < 0.4, rng.random() < 0.3
    names = (rng.choice(story.names),) if rng.random() < 0.3 else ()
    giver, taker = (Party(side.lower(), side.lower(), known=True) for side in (story.giver, story.taker))
    number = story.number if rng.random() < 0.9 else story.number + rng.randrange(1, 50)
    told = f"{story.giver} sent {f'{number} ' if counted else ''}{story.goods}s to {story.taker}"
    told += "".join(f", {name}" for name in names) + (f" from {story.day}" if dated else "")
    fact = replace(
        fact,
        giver=(giver,),
        taker=(taker,),
        parties=(giver, taker),
        goods=(story.goods,),
        first=story.day if dated else None,
        last=story.day + timedelta(days=30) if dated else None,
        low=float(number) if counted else None,
        high=float(number) if counted else None,
        unit="item" if counted else "",
        names=names,
        about=story.names[:2],
        year=story.day.year,
        title=f"transfer of {story.goods}s from {story.giver} to {story.taker}",
    )
    return f"{told}, {source} said.", len(told) + 2, fact, source, rng.choice(STANCES)


def _made(document: Document, sentences: Sequence[Sentence]) -> Article:
    reading, template, _ = _template()
    statements, said = [], []
    start = 0
    for n, (words, cue, fact, source, stance) in enumerate(sentences, 1):
        content = (start, start + cue - 2)
        spoken = (start + cue, start + len(words) - 6)
        said_at = (spoken[1] + 1, spoken[1] + 5)
        (first,) = reading.statements
        assert first.cue is not None
        statement = replace(
            first,
            id=f"s{n}",
            cue=replace(first.cue, spans=(said_at,), text="said"),
            content=replace(first.content, spans=(content,), text=document.slice((content,))),
        )
        statements.append(statement)
        spans = (content, spoken, said_at)
        root = Root(
            source.split(" ")[0].lower(), source, source.split(" ")[0].lower(), stance is Stance.ASSERTS, "its own word"
        )
        made = replace(
            template,
            anchor=anchor_of(document.id, statement),
            imprint=Imprint.of(document),
            id=f"s{n}",
            spans=spans,
            text=document.slice(spans),
            stance=stance,
            source=source,
            speaks_for=source.split(" ")[0],
            root=root,
            fact=fact,
            gives=tuple(kind for kind, told in (("number", fact.low), ("day", fact.first)) if told is not None),
            joins=None,
        )
        said.append(replace(made, proposition=proposition_of(made)))
        start += len(words) + 2
    return Article(replace(reading, document=document, statements=tuple(statements)), tuple(said))
