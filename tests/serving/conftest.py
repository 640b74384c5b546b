"""A server on a ledger that holds a story, and a real browser to look at it."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Locator, Page, sync_playwright

from onrecord.flow.screening import load_version
from onrecord.ledger import Ledger
from onrecord.ledger.tokens import issue
from onrecord.records.listings import ListName
from onrecord.records.tokens import Scope
from onrecord.serving import Site, create_app
from onrecord.serving.limits import Limiter
from tests.kept import add
from tests.screening.loading import generated

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Served:
    """A server that runs.

    Attributes:
        at: its address.
        ledger: the ledger behind it.
        write: a token that allows writing.
        read: one that allows reading.
    """

    at: str
    ledger: Ledger
    write: str
    read: str

    def client(self, token: str | None = None) -> httpx.Client:
        """Return a client that follows nothing by itself."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        return httpx.Client(base_url=self.at, headers=headers, timeout=20)


class Unlimited(Limiter):
    """Tests ask often."""

    def wait(self, kind: str, who: str) -> float:
        """Never wait."""
        return 0.0


@pytest.fixture(scope="session")
def story(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a ledger that holds the story and an article beside it."""
    where = Path(shutil.copy(files / "story.db", tmp_path_factory.mktemp("served") / "story.db"))
    with Ledger(str(where)) as ledger:
        add(ledger, "elsewhere")
    return where


@pytest.fixture(scope="session")
def served(story: Path) -> Iterator[Served]:
    """Run a server for tests that only look."""
    yield from _serve(story)


@pytest.fixture(scope="session")
def listed(story: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run a server that has sanctions lists: two versions of OFAC's, one of the UN's with faults, one of the EU's."""
    folder = tmp_path_factory.mktemp("listed")
    texts = {
        "sdn.csv": generated.OFAC["sdn.csv"],
        "later.csv": generated.OFAC["sdn.csv"].replace("39,", "40,").replace("Tanker", "Bulk"),
        "un.xml": generated.UN,
        "eu.xml": generated.EU,
    }
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8", newline="")
    kept = folder / "lists"
    load_version(ListName.OFAC, [str(folder / "sdn.csv")], dated=date(2023, 1, 1), folder=kept)
    load_version(ListName.OFAC, [str(folder / "later.csv")], dated=date(2025, 1, 1), folder=kept)
    load_version(ListName.UN, [str(folder / "un.xml")], folder=kept)
    load_version(ListName.EU, [str(folder / "eu.xml")], folder=kept)
    yield from _serve(Path(shutil.copy(story, folder / "ledger.db")))


@pytest.fixture
def fresh(story: Path, tmp_path: Path) -> Iterator[Served]:
    """Run a server of its own for a test that changes something."""
    yield from _serve(Path(shutil.copy(story, tmp_path / "ledger.db")))


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Served]]:
    """Return what runs servers as a test wants them: with other articles, open beyond this machine, with limits."""
    running: list[Iterator[Served]] = []

    def start(where: Path, **more: Any) -> Served:
        running.append(_serve(where, **more))
        return next(running[-1])

    yield start
    for one in running:
        next(one, None)


def _serve(where: Path, **more: Any) -> Iterator[Served]:
    with Ledger(str(where), create=True) as ledger:
        write, _ = issue(ledger, "Vera Holm", Scope.WRITE)
        read, _ = issue(ledger, "Jon Lie", Scope.READ)
        site = Site(ledger, where.parent / "lists", **{"limiter": Unlimited(), **more})
        server = uvicorn.Server(uvicorn.Config(create_app(site), log_level="warning", timeout_graceful_shutdown=2))
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        until = time.monotonic() + 10
        while not server.started and time.monotonic() < until:
            time.sleep(0.01)
        try:
            yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", ledger, write, read)
        finally:
            server.should_exit = True
            thread.join(10)
            listening.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Run one browser for all tests."""
    found = next((path for name in CHROMIUM if (path := shutil.which(name))), None)
    if found is None:
        reason = "no Chromium on this machine (Debian: apt install chromium)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setattr(Locator, "click", _settling(Locator.click))
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def _settling(click: Callable[..., None]) -> Callable[..., None]:
    """Let a click end when the page it leads to is there: Playwright waits until it begins to come."""

    def settled(self: Locator, **more: Any) -> None:
        click(self, **more)
        self.page.wait_for_load_state()

    return settled


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    """Open a window of nobody's, with JavaScript and without."""
    opened = browser.new_context(java_script_enabled=request.param)
    opened.set_default_timeout(15_000)
    yield opened
    opened.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    """Open a page of nobody who is signed in, with JavaScript and without; no error may show in its console."""
    yield from _watched(context)


@pytest.fixture
def scripted(browser: Browser) -> Iterator[Page]:
    """Open a page with JavaScript alone."""
    context = browser.new_context()
    context.set_default_timeout(15_000)
    yield from _watched(context)
    context.close()


def _watched(context: BrowserContext) -> Iterator[Page]:
    opened = context.new_page()
    told: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and "Failed to load resource" not in message.text:
            told.append(message.text)

    def close(dialog: Dialog) -> None:
        told.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    opened.on("console", hear)
    opened.on("pageerror", lambda error: told.append(str(error)))
    opened.on("dialog", close)
    yield opened
    assert not told, told
