"""What takes long holds up nobody who asks for a page; nothing that every page asks beforehand waits for a thread."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import anyio.to_thread
import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.testclient import TestClient

from onrecord.ledger import Ledger
from onrecord.serving import Site, create_app
from onrecord.serving.lanes import LANES, beside_pages


def _site(folder: Path) -> FastAPI:
    return create_app(Site(Ledger(str(folder / "l.db"), create=True), folder))


def test_a_page_does_not_wait_for_what_takes_long(tmp_path: Path) -> None:
    app, started, going = _site(tmp_path), threading.Semaphore(0), threading.Event()

    @app.get("/long")
    @beside_pages("slow")
    def long(request: Request, word: str) -> str:
        started.release()
        assert going.wait(60)
        return f"{request.url.path} {word}"

    with TestClient(app, base_url="http://127.0.0.1") as client, ThreadPoolExecutor() as pool:
        waiting = [pool.submit(client.get, "/long", params={"word": str(n)}) for n in range(LANES["slow"] + 3)]
        assert all(started.acquire(timeout=30) for _ in range(LANES["slow"]))
        assert client.get("/documents").status_code == 200
        assert not started.acquire(blocking=False)  # no more of them are worked on at once
        going.set()
        assert [w.result().json() for w in waiting] == [f"/long {n}" for n in range(LANES["slow"] + 3)]


def test_a_page_that_hangs_stops_no_other(tmp_path: Path) -> None:
    app, started, going = _site(tmp_path), threading.Semaphore(0), threading.Event()

    @app.get("/hanging")
    def hanging() -> bool:
        started.release()
        return going.wait(60)

    with TestClient(app, base_url="http://127.0.0.1") as client, ThreadPoolExecutor() as pool:
        waiting = [pool.submit(client.get, "/hanging") for _ in range(3)]
        assert all(started.acquire(timeout=30) for _ in range(3))
        assert client.get("/documents").status_code == 200
        going.set()
        assert [w.result().json() for w in waiting] == [True] * 3


PAGES = (
    "/documents",
    "/claims?q=missiles&since=2024-01-01",
    "/timeline?as_of=2024-01-01",
    "/brief?q=missiles",
    "/entity",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_takes_one_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    taken, run = list[Any](), anyio.to_thread.run_sync

    async def counted(work: Any, *given: Any, **more: Any) -> Any:
        taken.append(work)
        return await run(work, *given, **more)

    with TestClient(_site(tmp_path), base_url="http://127.0.0.1") as client:
        monkeypatch.setattr(anyio.to_thread, "run_sync", counted)
        client.get(path)
        monkeypatch.undo()
    assert len(taken) == 1
