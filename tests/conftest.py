"""What tests of several rooms share: an open ledger, on SQLite and on PostgreSQL."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from onrecord.ledger import Ledger
from tests.databases import PostgreSQL, binaries, running, without_server
from tests.kept import STORY, add

settings.register_profile("unhurried", deadline=None)  # how busy the machine is is no property of the code
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def server() -> Iterator[PostgreSQL]:
    """Run one PostgreSQL server for all tests."""
    found = binaries()
    if found is None:
        without_server()
        return
    with running(found) as server:
        yield server


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make SQLite ledgers that tests copy: an empty one, and one with the story."""
    folder = tmp_path_factory.mktemp("made")
    _empty(str(folder / "empty.db"))
    _story(str(folder / "story.db"))
    return folder


def _empty(where: str) -> None:
    Ledger(where, create=True).close()


def _story(where: str) -> None:
    with Ledger(where, create=True) as ledger:
        add(ledger, *STORY)


@pytest.fixture
def file(tmp_path: Path, files: Path) -> Path:
    """Return the path of an empty ledger."""
    return Path(shutil.copy(files / "empty.db", tmp_path / "ledger.db"))


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest) -> str:
    """Return the path or address of an empty ledger."""
    if request.param == "postgresql":
        server: PostgreSQL = request.getfixturevalue("server")
        return server.copy_of("made_empty", _empty)
    return str(request.getfixturevalue("file"))


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """Open an empty ledger."""
    with Ledger(where) as opened:
        yield opened


@pytest.fixture(params=["sqlite", "postgresql"])
def told(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the path or address of a ledger that holds the story."""
    if request.param == "postgresql":
        server: PostgreSQL = request.getfixturevalue("server")
        return server.copy_of("made_story", _story)
    files: Path = request.getfixturevalue("files")
    return str(shutil.copy(files / "story.db", tmp_path / "story.db"))


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def shown(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Open a ledger that holds the story and an article beside it, for tests that only ask."""
    if request.param == "postgresql":
        server: PostgreSQL = request.getfixturevalue("server")
        where = server.copy_of("made_story", _story)
    else:
        files: Path = request.getfixturevalue("files")
        where = str(shutil.copy(files / "story.db", tmp_path_factory.mktemp("shown") / "story.db"))
    with Ledger(where) as opened:
        add(opened, "elsewhere")
        yield opened


@pytest.fixture
def full(told: str) -> Iterator[Ledger]:
    """Open a ledger that holds the story."""
    with Ledger(told) as opened:
        yield opened
