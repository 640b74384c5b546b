"""What the tests of acquiring share: a site of our own, and limits that let it be reached."""

import threading
from collections.abc import Iterator

import pytest

from onrecord.acquiring import Limits
from tests.acquiring.local_site import Handler, QuietServer, Site


@pytest.fixture(scope="session")
def _site() -> Iterator[Site]:
    server = QuietServer(("127.0.0.1", 0), Handler)
    Handler.site = Site(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield Handler.site
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site(_site: Site) -> Site:
    _site.reset()
    return _site


@pytest.fixture
def near() -> Limits:
    """Limits under which the test's own server, and nothing else that is not public, may be reached."""
    return Limits(seconds=5, allow=("127.0.0.1",))
