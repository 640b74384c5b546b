"""No page is heavy, however much the ledger holds, and none loads anything from elsewhere."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import httpx
import pytest

from benchmarks.ledger.generated import World
from onrecord.flow.adding import add, articles_in, keep_said
from onrecord.flow.claims import sum_up
from onrecord.flow.screening import load_version
from onrecord.ledger import Ledger
from onrecord.records.listings import ListName
from tests.screening.loading import generated
from tests.serving.conftest import Served

MOST = 150_000
"""Bytes of a page with all it loads, without the article that it shows, and without what a brief quotes of articles."""
BRIEF = 180_000
"""Bytes of a brief on five claims with all that it quotes."""
EXAMPLES = Path(__file__).parents[2] / "examples"
_LOADED = re.compile(r'<(?:link|script|img|source|use)\b[^>]*?(?:href|src)="([^"]+)"')
_ARTICLE = re.compile(r'<article class="words".*?</article>|<q class="exact".*?</q>', re.DOTALL)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ledger with one claim of hundreds of statements, many of few, and the example articles; beside it two lists."""
    where = tmp_path_factory.mktemp("full") / "full.db"
    world = World(60)
    with Ledger(str(where), create=True) as ledger:
        for n in range(300):
            article = world.article(n, 0 if n % 2 else n % 60)
            keep_said(ledger, article.reading, article.said)
        for _ in add(lambda: ledger, list(articles_in([str(EXAMPLES)]))):
            pass
        sum_up(ledger)
    (where.parent / "sdn.csv").write_text(generated.OFAC["sdn.csv"], "utf-8", newline="")
    load_version(ListName.OFAC, [str(where.parent / "sdn.csv")], dated=date(2023, 1, 1), folder=where.parent / "lists")
    return where


def addresses(client: httpx.Client) -> Iterator[str]:
    """Yield an address of every kind of page, where there are several the one with most on it."""
    first = re.search(r'<th scope="row">\s*<a href="(/claim/([^"?#]+))', client.get("/claims?order=statements").text)
    assert first is not None
    large, anchor = first.groups()
    yield from ("/", "/claims", "/claims?q=missiles", "/claims?as_of=2024-06-01", large, f"{large}?as_of=2026-01-01")
    yield from (f"{large}/statements", f"{large}/log", f"/timeline?claim={anchor}", "/timeline?q=missiles+russia")
    document = re.search(r'href="(/document/[^"#?]+)', client.get(f"{large}/statements").text)
    assert document is not None
    yield from ("/documents", document[1], "/decisions", "/entity", "/entity?name=russia", "/entity?name=iran", "/add")
    yield from ("/measures", "/measures?on=2024-02-22&target=Iran", "/measures?from=2010-01-01&to=2026-01-01")
    yield from (
        "/screening",
        "/screening?name=Aerospace",
        "/lists",
        "/brief",
        "/brief?q=missiles",
        "/about",
        "/api",
        "/sign-in",
    )


def test_every_page_is_light_and_loads_from_here_alone(full: Path, serve: Callable[..., Served]) -> None:
    sizes: dict[str, int] = {}
    with serve(full).client() as client:
        for path in addresses(client):
            page = client.get(path, follow_redirects=True)
            assert page.status_code == 200, path
            loaded = [
                a
                for a in dict.fromkeys(_LOADED.findall(page.text))
                if not a.startswith(("/claim", "/document", "/api"))
            ]
            assert all(a.startswith("/") and not a.startswith("//") for a in loaded), (path, loaded)
            size = len(_ARTICLE.sub("", page.text).encode()) + sum(len(client.get(a).content) for a in loaded)
            sizes[path] = size
            if path.startswith("/brief?"):
                assert len(page.content) < BRIEF, path
    assert not {p: s for p, s in sizes.items() if s >= MOST}
