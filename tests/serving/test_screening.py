"""Screening, as somebody sees it."""

import csv
import io
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from onrecord.serving.limits import PER_MINUTE, Limiter
from onrecord.serving.names_sent import LONGEST, MOST
from tests.serving.browsing import faults_of
from tests.serving.conftest import Served

ALONE = "A match is a reason to look, not an identification. Ownership is not examined"


def test_a_match_says_which_alias_and_how(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/screening")
    tab.get_by_label("A name in any script, or an IMO number").fill("Mohsen Ghorabaghi")
    tab.get_by_role("button", name="Screen", exact=True).click()
    assert tab.url.startswith(f"{listed.at}/screening?name=Mohsen+Ghorabaghi")
    assert ALONE in tab.get_by_role("main").inner_text()
    first = tab.locator(".matches > li").first.inner_text()
    assert "MOHSEN QARABAGHI" in first
    assert "mohsen the same word" in " ".join(first.split())
    assert "ghorabaghi ~ qarabaghi" in " ".join(first.split())
    assert "un-2026-02-27-" in first and "made on 2026-02-27" in first and "IRi.900" in first
    assert "2006-12-23" in first
    assert "UN-IRN-1737" in first, "what the programme is in the register of measures"


def test_a_weak_alias_is_called_weak_and_a_day_answered(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/screening?name=Abu+Umar&on=2024-02-22")
    first = tab.locator(".matches > li").first.inner_text()
    assert "alias, weak" in first
    assert "Listed as\nMOHSEN QARABAGHI" in first
    answer = tab.locator(".onday").first
    assert answer.inner_text() in {"unknown", "not in force"}
    assert "and the versions around 2024-02-22" in tab.get_by_role("main").inner_text()


def test_between_two_versions_that_agree(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/screening?name=Arkady+Gromov&on=2024-02-22")
    ofac = tab.locator(".matches > li", has_text="ofac-").first.inner_text()
    assert "listed in the versions of 2023-01-01 and 2025-01-01" in " ".join(ofac.split())
    tab.goto(f"{listed.at}/screening?name=VESNA+SHIPPING&on=2024-02-22")
    told = " ".join(tab.locator(".matches").inner_text().split())
    assert "only in the later of the versions of 2023-01-01 and 2025-01-01" in told
    assert "only in the earlier of the versions of 2023-01-01 and 2025-01-01" in told


def test_what_it_is_and_how_near_narrow_the_answer(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/screening?name=Vesna&threshold=0.5")
    assert tab.locator(".matches > li").count() > 1
    tab.goto(f"{listed.at}/screening?name=Port+Vesna&kind=vessel")
    assert tab.locator(".matches > li").count() == 1
    tab.goto(f"{listed.at}/screening?name=Port+Vesna&kind=person")
    assert "No match from a score of 0.7 on the lists loaded, among those of kind person." in (
        tab.get_by_role("main").inner_text()
    )


def test_several_names_pasted(tab: Page, listed: Served) -> None:
    tab.goto(f"{listed.at}/screening")
    tab.get_by_label("Names, one a line").fill("GROMOV, Arkady\n\nJane Nobody\n Abu Umar \n<b>Eve</b>")
    tab.get_by_role("button", name="Screen them").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "4 names screened"
    assert ALONE in tab.get_by_role("main").inner_text()
    rows = tab.locator("tbody tr").all_inner_texts()
    assert any(
        "GROMOV, Arkady" in r and "same: gromov arkady" in r.replace("arkady gromov", "gromov arkady") for r in rows
    )
    assert any("(weak alias)" in r and "of MOHSEN QARABAGHI" in r for r in rows)
    without = tab.locator("ul.flow").inner_text()
    assert "Jane Nobody" in without and "<b>Eve</b>" in without


def test_a_file_of_names_and_the_answer_as_one(tab: Page, listed: Served, tmp_path: Path) -> None:
    names = tmp_path / "names.csv"
    names.write_text('name,kind\nArkady Gromov,person\nJane Nobody,\n"=cmd, ""x""",\nPort Vesna,vessel\n', "utf-8")
    tab.goto(f"{listed.at}/screening")
    tab.get_by_label('or a CSV file, with a column "name", perhaps "kind"').set_input_files(names)
    tab.get_by_role("button", name="Screen them").click()
    assert tab.get_by_role("heading", level=1).inner_text() == "4 names screened"
    with tab.expect_download() as saved:
        tab.get_by_role("button", name="All as CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(saved.value.path()).read_text("utf-8"))))
    asked = list(dict.fromkeys(r["asked"] for r in rows))
    assert asked == ["Arkady Gromov", "Jane Nobody", '\'=cmd, "x"', "Port Vesna"]
    assert [r["name"] for r in rows if r["asked"] == "Jane Nobody"] == [""]
    assert {r["kind"] for r in rows if r["asked"] == "Port Vesna"} == {"vessel"}


@pytest.mark.parametrize(
    ("form", "status", "line"),
    [
        ({"names": " \n "}, 400, "names: got no name; expected at least one"),
        ({"names": "x\n" * (MOST + 1)}, 400, f"got more than {MOST:,} names"),
        ({"names": "x" * (LONGEST + 1)}, 400, f"got a name of {LONGEST + 1} characters"),
        ({"names": "name,kind\nA,planet"}, 400, "names:2: got kind"),
        ({"names": "A", "threshold": "high"}, 400, "threshold: got"),
        ({"names": "A", "threshold": "0.1"}, 400, "a number from 0.3 to 1"),
        ({"names": "A", "kind": "planet"}, 400, "kind: got"),
        ({"names": "A", "on": "someday"}, 400, "on"),
    ],
)
def test_names_that_cannot_be_screened(listed: Served, form: dict[str, str], status: int, line: str) -> None:
    with listed.client() as client:
        answer = client.post("/screening", data=form)
    assert answer.status_code == status
    assert line in answer.text
    if len(form["names"]) < 100:
        assert form["names"].strip() in answer.text, "what was pasted is not lost"


def test_a_file_that_is_none(listed: Served) -> None:
    with listed.client() as client:
        wrong = client.post("/screening", files={"file": ("names.csv", b"name,kind\nA,planet\n")})
        bytes_ = client.post("/screening", files={"file": ("names.csv", bytes(range(256)))})
    assert (wrong.status_code, "names.csv:2: got kind" in wrong.text) == (400, True)
    assert "/tmp" not in wrong.text
    assert bytes_.status_code in {200, 400}


def test_a_form_of_another_site_is_refused(listed: Served) -> None:
    with listed.client() as client:
        assert (
            client.post("/screening", data={"names": "A"}, headers={"Origin": "https://evil.example"}).status_code
            == 403
        )


def test_who_asks_too_often_has_to_wait(serve: Any, listed: Served, tmp_path: Path) -> None:
    shutil.copytree(Path(listed.ledger.where).parent / "lists", tmp_path / "lists")
    busy = serve(tmp_path / "ledger.db", limiter=Limiter(clock=lambda: 0.0))
    with busy.client() as client:
        told = [client.get("/screening?name=Arkady").status_code for _ in range(PER_MINUTE["screen"] + 1)]
        assert client.get("/screening").status_code == 200, "the form itself costs nothing"
    assert (set(told[:-1]), told[-1]) == ({200}, 429)


def test_without_lists_it_says_how_to_load_them(tab: Page, served: Served) -> None:
    tab.goto(f"{served.at}/screening")
    assert "onrecord lists load un consolidated.xml" in tab.get_by_role("main").inner_text()
    tab.goto(f"{served.at}/screening?name=Arkady")
    assert "onrecord lists load" in tab.get_by_role("alert").inner_text()
    assert tab.get_by_label("A name in any script, or an IMO number").input_value() == "Arkady"


def test_one_name_as_csv(listed: Served) -> None:
    with listed.client() as client:
        rows = list(csv.DictReader(io.StringIO(client.get("/screening.csv?name=Abu+Umar&on=2024-02-22").text)))
        assert client.get("/screening.csv?name=Jane+Nobody").text.splitlines()[1].startswith("Jane Nobody,,")
    assert [(r["alias"], r["weak"], r["listed_on"]) for r in rows] == [("Abu Umar", "yes", "2006-12-23")]


@pytest.mark.parametrize("width", [1280, 360])
def test_it_can_be_used_by_everybody_on_any_screen(scripted: Page, listed: Served, served: Served, width: int) -> None:
    scripted.set_viewport_size({"width": width, "height": 800})
    for at in (
        f"{listed.at}/screening", f"{listed.at}/screening?name=Abu+Umar&on=2024-02-22", f"{listed.at}/screening?name=Jane+Nobody",
        f"{listed.at}/screening?name=a&threshold=9", f"{served.at}/screening", f"{listed.at}/lists",
        f"{listed.at}/lists/delta?a=ofac-2023&b=ofac-2025", f"{served.at}/lists",
    ):  # fmt: skip
        scripted.goto(at)
        assert not faults_of(scripted)
        assert scripted.evaluate("document.documentElement.scrollWidth") <= width
    scripted.goto(f"{listed.at}/screening")
    scripted.get_by_label("Names, one a line").fill("Arkady Gromov\nJane Nobody")
    scripted.get_by_role("button", name="Screen them").click()
    assert not faults_of(scripted)
    assert scripted.evaluate("document.documentElement.scrollWidth") <= width
