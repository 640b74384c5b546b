"""The API as a program meets it: pages, names, days, decisions, faults."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Page

from onrecord.flow.screening import load_version
from onrecord.records.listings import ListName
from onrecord.serving.limits import Limiter
from tests.kept import anchor, document
from tests.screening.loading import generated
from tests.serving.browsing import faults_of
from tests.serving.conftest import Served

API = "/api/v1"


@pytest.fixture
def reader(served: Served) -> Iterator[httpx.Client]:
    with served.client() as client:
        yield client


@pytest.fixture
def writer(fresh: Served) -> Iterator[httpx.Client]:
    with fresh.client(fresh.write) as client:
        yield client


@pytest.fixture
def screening(serve: Callable[..., Served], files: Path, tmp_path: Path) -> Iterator[httpx.Client]:
    """Ask a server that has the UN's and OFAC's lists."""
    for which, name, text in (
        (ListName.UN, "un.xml", generated.UN),
        (ListName.OFAC, "sdn.csv", generated.OFAC["sdn.csv"]),
    ):
        (tmp_path / name).write_text(text, "utf-8", newline="")
        load_version(which, [str(tmp_path / name)], folder=tmp_path / "lists")
    with serve(Path(shutil.copy(files / "empty.db", tmp_path / "with-lists.db"))).client() as client:
        yield client


def is_problem(answer: httpx.Response, status: int, *words: str) -> bool:
    told = answer.json()
    return (
        answer.status_code == told["status"] == status
        and answer.headers["Content-Type"] == "application/problem+json"
        and all(word in told["detail"] for word in words)
    )


@pytest.mark.parametrize(
    "path", ["/documents?limit=2", "/claims?limit=1", "/claims?q=missiles&limit=1", "/statements?limit=3"]
)
def test_pages_lead_from_one_to_the_next(reader: httpx.Client, path: str) -> None:
    name = path.split("?", maxsplit=1)[0].strip("/")
    key = "id" if name != "statements" else "anchor"
    told: list[str] = []
    following: str | None = API + path
    while following is not None:
        answer = reader.get(following)
        assert answer.status_code == 200
        told += [item[key] for item in answer.json()[name]]
        following = answer.json()["next"]
    whole = [
        item[key]
        for item in reader.get(f"{API}{path}&limit=200".replace("limit=1&", "").replace("limit=2&", "")).json()[name]
    ]
    assert sorted(told) == sorted(whole)
    assert len(told) == len(set(told)) > 1


def test_links_keep_the_day(reader: httpx.Client) -> None:
    found = reader.get(f"{API}/claims?limit=1&as_of=2024-03-01").json()
    assert "as_of=2024-03-01" in found["next"]
    assert found["as_of"] == "2024-03-01"


@pytest.mark.parametrize("path", ["/documents", "/claims", "/statements"])
@pytest.mark.parametrize(
    "cursor", ["x", "WyJjbGFpbXMiXQ", "WyJzdGF0ZW1lbnRzIiwieCIsMV0", "WyJkb2N1bWVudHMiLCJ4Il0", "%00"]
)
def test_a_cursor_that_is_none(reader: httpx.Client, path: str, cursor: str) -> None:
    assert is_problem(reader.get(f"{API}{path}?cursor={cursor}"), 400, "cursor: got one")


def test_a_document_and_its_reading(reader: httpx.Client) -> None:
    id_ = document("official").id
    found = reader.get(f"{API}/documents/{id_}").json()
    read = reader.get(f"{API}/documents/{id_}/reading").json()
    assert found["text"] == document("official").text
    assert (found["outlet"], found["published_on"], found["page"]) == ("Oslo Ledger", "2024-03-01", f"/document/{id_}")
    assert read["schema"] == "onrecord.reading/1"
    (statement,) = read["statements"]
    assert statement["source"]["speaks_for"] == "Norway"
    a, b = statement["content"]["spans"][0]
    assert found["text"][a:b] == statement["content"]["text"] == "Iran has sent missiles to Russia"
    assert is_problem(reader.get(f"{API}/documents/ffff"), 404, "the id of no document")


def test_a_claim_on_a_day(reader: httpx.Client, served: Served) -> None:
    name = anchor(served.ledger, "report")
    now = reader.get(f"{API}/claims/{name}").json()
    then = reader.get(f"{API}/claims/{name}", params={"as_of": "2024-02-15"}).json()
    early = reader.get(f"{API}/claims/{name}", params={"as_of": "2023-01-01"}).json()
    assert now["claims"][0]["independent_origins"] == 4
    assert [c["stance"] for c in now["claims"][0]["standing"]["challenges"]] == ["denies", "denies"]
    assert now["refined"][0]["title"] == "transfer of Fath-360 missiles from Iran to Russia"
    assert (then["claims"][0]["independent_origins"], len(then["log"])) == (1, 1)
    assert then["page"] == f"/claim/{name}?as_of=2024-02-15"
    assert (early["claims"], early["log"]) == ([], [])
    assert is_problem(reader.get(f"{API}/claims/{name}?as_of=2024-02-30"), 400, "as_of: got")
    assert is_problem(reader.get(f"{API}/claims/nothing"), 404, "the name of no statement")


def test_statements_that_hold_words(reader: httpx.Client, served: Served) -> None:
    found = reader.get(f"{API}/statements", params={"q": "sent nothing"}).json()["statements"]
    assert [s["text"] for s in found] == ["“We have sent nothing,” foreign ministry spokesman Omid Sharifi said"]
    one = reader.get(f"{API}/statements/{found[0]['anchor']}").json()
    assert one == found[0]
    assert reader.get(one["claim"]).json()["claims"][0]["id"] == anchor(served.ledger, "report")
    assert one["page"] == f"/document/{document('denial').id}?s={one['anchor']}"


def test_the_timeline_goes_by_the_event(reader: httpx.Client) -> None:
    found = reader.get(f"{API}/timeline", params={"q": "missiles"}).json()
    days = [m["first"] for m in found["moments"] if m["first"]]
    assert days == sorted(days)
    assert days[0] == "2024-01-01"
    assert found["claims"] == 2


def test_measures_on_a_day(reader: httpx.Client) -> None:
    asked = {"target": "Tehran", "imposer": "UN", "subject": "missile"}
    before = reader.get(f"{API}/measures", params={**asked, "on": "2023-10-17"}).json()
    after = reader.get(f"{API}/measures", params={**asked, "on": "2023-10-19"}).json()
    assert before["target"] == ["Iran"]
    status = [{m["key"]: m["status"] for m in found["measures"]} for found in (before, after)]
    ended = [key for key, told in status[0].items() if told == "in force" and status[1][key] == "ended"]
    assert ended
    changed = reader.get(f"{API}/measures/changes", params={**asked, "from": "2023-10-17", "to": "2023-10-19"}).json()
    assert set(ended) <= {c["key"] for c in changed["changes"] if c["change"] == "ends"}
    assert is_problem(reader.get(f"{API}/measures?target=Atlantis"), 400, "Atlantis")
    assert is_problem(reader.get(f"{API}/measures?on=2023-10-17T25:00Z"), 400, "an instant with its zone")
    assert is_problem(reader.get(f"{API}/measures/changes?from=2024-01-02&to=2024-01-01"), 400, "the earlier day first")
    assert is_problem(reader.get(f"{API}/measures/changes?from=2024-01-02"), 422, "to: Field required")


def test_a_brief(reader: httpx.Client) -> None:
    found = reader.get(f"{API}/brief", params={"q": "missiles", "as_of": "2024-03-08"}).json()
    assert found["schema"] == "onrecord.brief/1"
    numbers = {c["number"] for c in found["citations"]}
    for sentence in (s for section in found["sections"] for s in section["sentences"]):
        assert sentence["refs"]
        assert set(sentence["refs"]) <= numbers
    assert reader.get(f"{API}/brief?q=missiles&format=pdf").content.startswith(b"%PDF")
    assert reader.get(f"{API}/brief?q=missiles&format=markdown").text.startswith("# Brief: missiles")
    assert is_problem(reader.get(f"{API}/brief"), 422, "q: Field required")


def test_what_has_not_changed_is_not_sent_again(reader: httpx.Client, served: Served) -> None:
    path = f"{API}/claims/{anchor(served.ledger, 'report')}"
    tag = reader.get(path).headers["ETag"]
    assert reader.get(path, headers={"If-None-Match": tag}).status_code == 304


def test_screening_a_name(screening: httpx.Client) -> None:
    found = screening.get(f"{API}/screening", params={"name": "Vesna Shipping", "on": "2024-02-22"}).json()
    (match, *_) = found["names"][0]["matches"]
    assert (match["party"]["name"], match["party"]["entity"]) == ("VESNA SHIPPING", "ofac-39")
    assert match["standing"]["answer"] in {"listed", "not listed", "unknown"}
    assert all(h["how"] for h in match["how"])
    assert "not an identification" in found["note"]
    assert is_problem(screening.get(f"{API}/screening?name=x&kind=ship"), 422, "kind")


def test_without_lists_screening_says_so(reader: httpx.Client) -> None:
    assert is_problem(reader.get(f"{API}/screening?name=x"), 409, "onrecord lists load")


def test_a_client_of_yente(screening: httpx.Client) -> None:
    queries = {
        "q1": {
            "schema": "Person",
            "properties": {"name": ["Mohsen Gharabaghi"], "birthDate": ["1950"], "notes": ["x"]},
        },
        "q2": {"schema": "Company", "properties": {"name": "Vesna Shipping"}},
        "q3": {"schema": "Person", "properties": {"firstName": ["Arkady"], "lastName": ["Gromov"]}},
        "q4": {"schema": "Person", "properties": {}},
    }
    found = screening.post(f"{API}/match/default?limit=2", json={"queries": queries}).json()
    assert (found["limit"], set(found["responses"])) == (2, set(queries))
    for name in ("q1", "q2", "q3"):
        (best, *_) = found["responses"][name]["results"]
        assert best["match"]
        assert best["score"] == best["features"]["name"] >= 0.7
        assert found["responses"][name]["status"] == 200
        assert screening.get(f"{API}/entities/{best['id']}").json()["caption"] == best["caption"]
        assert set(best["features"]) <= set(found["matcher"])
    assert found["responses"]["q4"]["results"] == []
    assert found["responses"]["q2"]["results"][0]["schema"] == "Organization"
    strict = screening.post(f"{API}/match/un?threshold=1", json={"queries": {"q": queries["q2"]}}).json()
    assert not any(r["match"] for r in strict["responses"]["q"]["results"])
    assert is_problem(screening.post(f"{API}/match/eu", json={"queries": queries}), 404, "'eu'", "default, ofac, un")
    assert is_problem(screening.post(f"{API}/match/default", json={"queries": {}}), 422, "queries")
    assert is_problem(screening.get(f"{API}/entities/ofac-0"), 404, "no party")


def test_searching_as_yente_does(screening: httpx.Client) -> None:
    found = screening.get(f"{API}/search/default", params={"q": "Vesna", "limit": 1}).json()
    assert found["results"][0]["caption"].startswith("VESNA")
    assert "score" not in found["results"][0]
    assert screening.get(f"{API}/search/default", params={"q": "Vesna", "schema": "\0\N{SNOWMAN}"}).status_code == 200
    names = {d["name"] for d in screening.get(f"{API}/catalog").json()["datasets"]}
    assert names == {"default", "ofac", "un"}
    assert screening.get(f"{API}/algorithms").json()["default"] == "onrecord-names"


def test_decisions_bear_the_name_of_the_token(writer: httpx.Client, fresh: Served) -> None:
    official, count = anchor(fresh.ledger, "official"), anchor(fresh.ledger, "count")
    for sent, kind in (
        ({"kind": "confirm", "anchor": official}, "confirmed"),
        ({"kind": "speaker", "anchor": official, "value": "Sweden"}, "wrong speaker"),
        ({"kind": "stance", "anchor": official, "value": "doubts"}, "wrong stance"),
        ({"kind": "separate", "anchor": official, "other": count}, "not the same claim"),
        ({"kind": "same", "anchor": official, "other": count}, "same claim"),
    ):
        made = writer.post(f"{API}/judgements", json=sent)
        assert (made.status_code, made.json()["kind"], made.json()["by"]) == (201, kind, "Vera Holm")
    told = writer.get(f"{API}/statements/{official}").json()
    assert (told["source"]["name"], told["stance"], told["review"]) == ("Sweden", "doubts", "corrected")
    assert len(writer.get(f"{API}/claims/{official}").json()["judgements"]) == 5
    for number in range(1, 6):
        assert writer.delete(f"{API}/judgements/{number}").json()["id"] == number
    assert writer.get(f"{API}/statements/{official}").json()["review"] == "unreviewed"
    assert is_problem(writer.delete(f"{API}/judgements/1"), 404)
    assert is_problem(writer.delete(f"{API}/judgements/99"), 404)
    assert is_problem(writer.post(f"{API}/judgements", json={"kind": "confirm", "anchor": "ffff"}), 404, "no statement")
    assert is_problem(writer.post(f"{API}/judgements", json={"kind": "guess", "anchor": official}), 422, "kind")


def test_evidence_by_hand(writer: httpx.Client, fresh: Served) -> None:
    claim = anchor(fresh.ledger, "report")
    sent = {
        "claim": claim,
        "words": "Six launchers stand on the pier.",
        "source": "Harbour Imaging",
        "day": "2024-03-02",
    }
    made = writer.post(f"{API}/evidence", json=sent)
    assert made.status_code == 201
    held = writer.get(f"{API}/claims/{claim}").json()["claims"][0]
    entered = next(s for s in held["statements"] if s["anchor"] == made.json()["anchor"])
    assert (entered["document"]["entered_by"], entered["review"]) == ("Vera Holm", "confirmed")
    assert is_problem(writer.post(f"{API}/evidence", json=sent), 404, "kept already")
    assert is_problem(writer.post(f"{API}/evidence", json={**sent, "day": "2999-01-01"}), 400, "a day that has come")
    assert is_problem(writer.post(f"{API}/evidence", json={**sent, "words": " "}), 422, "words")


def test_an_article_is_read_and_kept(writer: httpx.Client) -> None:
    sent = {
        "text": "Iran has sent rockets to Sudan, Egypt's foreign ministry said.",
        "outlet": "Nile  Wire", "day": "2024-03-09", "url": "https://example.org/nile/rockets", "title": "Rockets",
    }  # fmt: skip
    made = writer.post(f"{API}/documents", json=sent)
    assert (made.status_code, made.json()["new"], made.json()["statements"]) == (201, True, 1)
    found = writer.get(made.headers["Location"]).json()
    assert (found["outlet"], found["title"], found["published_on"]) == ("Nile Wire", "Rockets", "2024-03-09")
    assert not writer.post(f"{API}/documents", json=sent).json()["new"]
    later = writer.post(
        f"{API}/documents", json={**sent, "text": sent["text"] + " It named no number.", "day": "2024-03-10"}
    )
    assert later.json()["succeeds"] == made.json()["document"]
    for wrong, status, words in (
        ({"text": "  "}, 400, ""),
        (
            {"text": "Det er ikke en artikkel på engelsk, men en lang setning på norsk om noe helt annet enn våpen."},
            400,
            "English",
        ),
        ({"day": "2999-01-01"}, 400, "a day that has come"),
        ({"url": "file:///etc/passwd"}, 400, "an http(s) address"),
        ({"text": "x\u0000y"}, 422, "NUL"),
        ({"texts": "x"}, 422, "texts"),
    ):
        assert is_problem(writer.post(f"{API}/documents", json={**sent, **wrong}), status, words), wrong


def test_who_may_write(fresh: Served) -> None:
    sent = {"kind": "confirm", "anchor": anchor(fresh.ledger, "report")}
    with fresh.client() as nobody, fresh.client(fresh.read) as reads, fresh.client("onr_none") as wrong:
        nothing = nobody.post(f"{API}/judgements", json=sent)
        assert is_problem(nothing, 401, "Bearer")
        assert nothing.headers["WWW-Authenticate"] == "Bearer"
        assert is_problem(reads.post(f"{API}/judgements", json=sent), 403, "Jon Lie's")
        assert is_problem(wrong.post(f"{API}/judgements", json=sent), 401)
        cookie = nobody.post(f"{API}/judgements", json=sent, headers={"Cookie": f"onrecord={fresh.write}"})
        assert is_problem(cookie, 401)
        for path, method in (("/evidence", "POST"), ("/documents", "POST"), ("/judgements/1", "DELETE")):
            assert nobody.request(method, API + path, json={}).status_code == 401


def test_beyond_this_machine_reading_needs_a_token(serve: Callable[..., Served], tmp_path: Path) -> None:
    far = serve(tmp_path / "far.db", loopback=False)
    with far.client() as nobody, far.client(far.read) as reads:
        assert is_problem(nobody.get(f"{API}/claims"), 401)
        assert is_problem(nobody.post(f"{API}/match/default", json={"queries": {}}), 401)
        assert reads.get(f"{API}/claims").status_code == 200
        assert nobody.get(f"{API}/claims", headers={"Authorization": f"ApiKey {far.read}"}).status_code == 200


def test_faults_are_problems(reader: httpx.Client) -> None:
    assert is_problem(reader.get(f"{API}/nowhere"), 404)
    assert is_problem(reader.post(f"{API}/claims"), 405)
    assert is_problem(reader.get(f"{API}/claims?limit=0"), 422, "limit")
    assert is_problem(reader.get(f"{API}/documents/%00"), 404)


def test_a_fault_of_ours_is_a_problem_too(served: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any, **__: Any) -> None:
        raise RuntimeError("secret")

    monkeypatch.setattr("onrecord.serving.api.measures.measures_on", fail)
    with served.client() as client:
        answer = client.get(f"{API}/measures")
    assert is_problem(answer, 500, "in its log")
    assert "secret" not in answer.text


def test_who_asks_too_often_is_told_when_to_come_back(
    serve: Callable[..., Served], files: Path, tmp_path: Path
) -> None:
    limited = serve(Path(shutil.copy(files / "empty.db", tmp_path / "limited.db")), limiter=Limiter())
    with limited.client() as client:
        answers = [client.get(f"{API}/brief?q=x") for _ in range(70)]
    last = next(a for a in answers if a.status_code != 200)
    assert is_problem(last, 429, "again in")
    assert int(last.headers["Retry-After"]) >= 1


def test_a_ledger_that_may_only_be_read(serve: Callable[..., Served], fresh: Served) -> None:
    fresh.ledger.read_only = True
    with fresh.client(fresh.write) as client:
        sent = {"text": "Iran has sent rockets to Sudan, Egypt's foreign ministry said."}
        assert is_problem(client.post(f"{API}/documents", json=sent), 507, "open for reading alone")
        assert is_problem(client.delete(f"{API}/judgements/1"), 507)


def test_the_description_tells_what_programs_need(reader: httpx.Client) -> None:
    told: dict[str, Any] = reader.get(f"{API}/openapi.json").json()
    assert told["components"]["securitySchemes"] == {"token": {"type": "http", "scheme": "bearer"}}
    names = []
    for path, held in told["paths"].items():
        assert path.startswith(API)
        for method, operation in held.items():
            names.append(operation["operationId"])
            assert operation["summary"]
            assert operation["description"]
            assert operation["tags"]
            needs: list[dict[str, list[str]]] = (
                [{"token": []}] if method in {"post", "delete"} and "match" not in path else [{}, {"token": []}]
            )
            assert operation["security"] == needs
            problems = {code: a for code, a in operation["responses"].items() if code >= "400"}
            assert {"401", "404", "422", "429"} <= set(problems)
            assert all(set(a["content"]) == {"application/problem+json"} for a in problems.values())
    assert len(names) == len(set(names)) >= 21


def test_the_page_of_the_api(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/about")
    tab.get_by_role("contentinfo").get_by_role("link", name="API").click()
    assert "GET /api/v1/claims/{anchor}" in tab.get_by_role("main").inner_text()
    assert tab.get_by_role("link", name="openapi.json").get_attribute("href") == f"{API}/openapi.json"


def test_everybody_can_read_the_page_of_the_api(scripted: Page, served: Served) -> None:
    scripted.goto(f"{served.at}/api")
    assert not faults_of(scripted)
    scripted.set_viewport_size({"width": 360, "height": 800})
    assert scripted.evaluate("document.documentElement.scrollWidth") <= 360
