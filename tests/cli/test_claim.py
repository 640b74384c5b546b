"""``onrecord claims``, ``claim``, ``timeline``: as tables, as JSON that fits the schema, as CSV that a spreadsheet may open."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli.options import moment_of
from onrecord.errors import DateError
from onrecord.flow.adding import add_document, keep
from onrecord.flow.claims import claims as claims_listed
from onrecord.flow.claims import claims_of
from onrecord.flow.deciding import decide
from onrecord.ledger import Ledger
from onrecord.ledger.coding import now
from onrecord.records import Document, JudgementKind
from tests.commands import run
from tests.kept import add, anchor, reading, reread

Capture = pytest.CaptureFixture[str]
SCHEMA = (Path(__file__).parents[2] / "docs" / "schema.md").read_text(encoding="utf-8")


DOCUMENT = {"id", "url", "title", "outlet", "published_on", "first_seen", "entered_by", "translator"}


def fields(heading: str) -> set[str]:
    """Return what the schema names under a heading."""
    section = re.split(r"^#", SCHEMA.partition(f"\n## {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    return set(re.findall(r"^\| `([\w ]+)` \|", section, re.MULTILINE))


def fits(claim: dict[str, Any]) -> None:
    """Check the fields of a claim against the schema."""
    assert set(claim) == fields("Claim")
    assert all(set(item["document"]) == DOCUMENT for item in claim["statements"])
    for part, heading in (("origins", "Origin"), ("statements", "Statement of a claim"), ("figures", "Figure")):
        assert all(set(item) == fields(heading) for item in claim[part])
    assert set(claim["standing"]) == fields("Standing")
    assert all(set(c) == fields("Challenge") for c in claim["standing"]["challenges"])


def test_claims_as_a_table(shown: Ledger, capsys: Capture) -> None:
    done = run(capsys, "claims", "--ledger", shown.where)
    assert (done.code, done.err) == (0, "")
    for part in ("transfer of missiles from Iran to Russia", "corroborated", "2 challenges", anchor(shown, "report")):
        assert part in done.words
    assert run(capsys, "claims", "moon", "landing", "--ledger", shown.where).out == "no claim answers that\n"
    assert run(capsys, "claims", "--limit", "1", "--ledger", shown.where).out.count("2024-") == 1
    assert "shown" not in done.words
    assert "2024-02-01" in run(capsys, "claims", "missiles", "--as-of", "2024-02-01", "--ledger", shown.where).out


def test_claims_as_json(shown: Ledger, capsys: Capture) -> None:
    value = json.loads(
        run(capsys, "claims", "missiles", "--json", "--as-of", "2024-03-02", "--ledger", shown.where).out
    )
    assert set(value) == {"schema", "as_of", "claims", "total"}
    assert value["total"] == len(value["claims"])
    assert (value["schema"], value["as_of"]) == ("onrecord.claims/1", "2024-03-02")
    for claim in value["claims"]:
        fits(claim)


def test_a_claim_as_a_page(shown: Ledger, capsys: Capture) -> None:
    name = anchor(shown, "relay")
    done = run(capsys, "claim", name[:20], "--ledger", shown.where)
    assert (done.code, done.err) == (0, "")
    for part in (
        "transfer of missiles from Iran to Russia", "corroborated", "by all that is known", "officially stated by Norway",
        "2024-02-02 Bergen Post <- Harbour Wire <- six sources [asserts]", "Iran has sent missiles to Russia reported",
        "challenges denies: Iran", "log of its standing 2024-02-01 single origin, 1 independent origin",
        "numbers and days, side by side", name, "0 of ", "statements reviewed by a person",
    ):  # fmt: skip
        assert part in done.words
    early = run(capsys, "claim", name, "--as-of", "2024-02-02", "--ledger", shown.where).words
    assert "single origin, 1 independent origin, as of 2024-02-02" in early
    assert "denies" not in early


def test_a_deadline_on_the_page(shown: Ledger, capsys: Capture) -> None:
    page = run(capsys, "claim", anchor(shown, "deadline"), "--ledger", shown.where).words
    assert "outcome: day passed, nothing held" in page
    assert "2024-03-16 single origin, 1 independent origin, day passed, nothing held: a day passed" in page
    early = run(capsys, "claim", anchor(shown, "deadline"), "--as-of", "2024-03-15", "--ledger", shown.where).words
    assert "outcome: expected" in early
    assert "day passed" not in early


def test_a_claim_as_json(shown: Ledger, capsys: Capture) -> None:
    name = anchor(shown, "report")
    value = json.loads(run(capsys, "claim", name, "--json", "--ledger", shown.where).out)
    assert set(value) == {"schema", "as_of", "claims", "log", "refined", "contradicted", "judgements"}
    (claim,) = value["claims"]
    fits(claim)
    assert claim["id"] == name
    assert all(set(change) == fields("Change") for change in value["log"])
    assert [change["on"] for change in value["log"]] == sorted(change["on"] for change in value["log"])


def test_what_stands_beside_a_claim_is_in_its_json(ledger: Ledger, capsys: Capture) -> None:
    add(ledger, "count", "other count")
    value = json.loads(run(capsys, "claim", anchor(ledger, "count"), "--json", "--ledger", ledger.where).out)
    ((beside),) = value["contradicted"]
    assert beside["id"] == anchor(ledger, "other count")
    assert "other numbers" in beside["reasons"]
    assert value["refined"] == []
    assert [s["review"] for s in value["claims"][0]["statements"]] == ["unreviewed"]


@pytest.mark.parametrize("command", ["claims", "timeline"])
def test_what_a_limit_leaves_out_is_told(shown: Ledger, capsys: Capture, command: str) -> None:
    claims_listed(shown)
    total = len(claims_of(shown))
    one = ("--limit", "1", "--ledger", shown.where)
    assert run(capsys, command, *one).out.splitlines()[-1] == f"1 of {total} claims shown"
    of_words = len(claims_of(shown, "iran"))
    assert run(capsys, command, "iran", *one).out.splitlines()[-1] == f"1 of {of_words} claims shown"
    aside = run(capsys, command, "iran", "--csv", *one)
    assert (aside.err, "shown" in aside.out) == (f"1 of {of_words} claims shown\n", False)
    then = run(capsys, command, "--known-by", now(), *one)
    assert then.out.splitlines()[-1] == "1 claim shown; there may be more"


def test_a_day_of_first_sight_is_marked(ledger: Ledger, capsys: Capture) -> None:
    told = reading("relay")
    keep(ledger, replace(told, document=replace(told.document, published_on=None)))
    (found,) = claims_of(ledger)
    day = f"seen {found.statements[0].imprint.first_seen}"
    page = run(capsys, "claim", found.id, "--ledger", ledger.where).words
    assert f"{day} Bergen Post <- Harbour Wire <- six sources" in page
    assert f"log of its standing {day} single origin" in page
    for command in ("claims", "timeline"):
        assert day in run(capsys, command, "--ledger", ledger.where).words
        assert day in run(capsys, command, "--csv", "--ledger", ledger.where).out


def test_large_numbers_are_told_in_full(ledger: Ledger, capsys: Capture) -> None:
    told = reading("count")
    text = told.document.text.replace("400", "1,234,567")
    for n, words in enumerate((text, text.replace("1,234,567", "1,234,600"))):
        add_document(ledger, replace(told.document, text=words, url=f"https://example.org/{n}"))
    decide(ledger, JudgementKind.SAME, claims_of(ledger)[0].id, other=claims_of(ledger)[1].id, by="Ann")
    page = run(capsys, "claim", claims_of(ledger)[0].id, "--ledger", ledger.where).words
    assert "number: 1,234,567 (1 statement)" in page


def test_what_was_not_public_or_kept_yet(shown: Ledger, capsys: Capture) -> None:
    name = anchor(shown, "report")
    day = run(capsys, "claim", name, "--as-of", "2024-01-01", "--ledger", shown.where)
    assert (day.code, day.out) == (0, "nothing of it was public by 2024-01-01\n")
    moment = run(capsys, "claim", name, "--known-by", "2020-01-01", "--ledger", shown.where)
    assert (moment.code, moment.out) == (0, "nothing of it was kept by 2020-01-01\n")
    value = json.loads(run(capsys, "claim", name, "--json", "--as-of", "2024-01-01", "--ledger", shown.where).out)
    assert (value["claims"], value["log"], value["judgements"]) == ([], [], [])


def test_what_was_shown_before_is_shown_again(full: Ledger, capsys: Capture) -> None:
    name = anchor(full, "official")
    before = run(capsys, "claim", name, "--json", "--ledger", full.where).out
    moment = now()
    keep(full, reread("official", "other", [(0, 27)]))
    add(full, "elsewhere")
    assert run(capsys, "claim", name, "--json", "--ledger", full.where).out != before
    assert run(capsys, "claim", name, "--json", "--known-by", moment, "--ledger", full.where).out == before
    told = run(capsys, "claims", "--json", "--known-by", moment, "--ledger", full.where).out
    assert "Tromsø" not in told
    assert "Tromsø" in run(capsys, "claims", "--json", "--known-by", now()[:10], "--ledger", full.where).out


WRONG = ("", "%", "_", "nobody", "3ba3393a5d878dfb")


@pytest.mark.parametrize("name", WRONG)
def test_a_name_that_is_none_or_of_several(shown: Ledger, capsys: Capture, name: str) -> None:
    done = run(capsys, "claim", name, "--ledger", shown.where)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert re.search(r"got the (name of no statement|beginning of several names); expected", done.err)


@pytest.mark.parametrize("option", ["--as-of", "--known-by"])
@pytest.mark.parametrize("value", ["", "yesterday", "2024-13-01", "2024-02-30", "01/02/2024", "2024-02-01T25:00"])
def test_days_and_moments_that_are_none(shown: Ledger, capsys: Capture, option: str, value: str) -> None:
    for command in (("claims",), ("claim", anchor(shown, "report")), ("timeline",)):
        done = run(capsys, *command, option, value, "--ledger", shown.where)
        assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
        assert done.err.startswith(f"onrecord: {option}: got ")


def test_a_moment_is_the_end_of_what_is_named() -> None:
    assert moment_of(None, "--known-by") is None
    for text, moment in (
        ("2024-02-01", "2024-02-01T23:59:59.999999Z"), ("2024-02-01T12:00:00Z", "2024-02-01T12:00:00.999999Z"),
        ("2024-02-01T12:00:00.5Z", "2024-02-01T12:00:00.500000Z"), ("2024-02-01T12:00+02:00", "2024-02-01T10:00:00.999999Z"),
        (" 2024-02-01 12:00 ", "2024-02-01T12:00:00.999999Z"), ("20240201", "2024-02-01T23:59:59.999999Z"),
    ):  # fmt: skip
        assert moment_of(text, "--known-by") == moment
    for text in ("0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00", "now"):
        with pytest.raises(DateError):
            moment_of(text, "--known-by")


def test_the_timeline(shown: Ledger, capsys: Capture) -> None:
    done = run(capsys, "timeline", "missiles", "--ledger", shown.where)
    assert (done.code, done.err) == (0, "")
    for part in ("Jan Wilk", "2024-03-06", "asserts", anchor(shown, "count")):
        assert part in done.words
    rows = json.loads(run(capsys, "timeline", "--json", "--ledger", shown.where).out)
    assert all(set(r) == {"event", "public", "source", "stance", "claim", "words", "anchor"} for r in rows)
    assert "2024-01-01/2024-01-31" in {r["event"] for r in rows}
    assert run(capsys, "timeline", "moon", "--ledger", shown.where).out == "no claim answers that\n"


@pytest.mark.parametrize("command", [("claims",), ("timeline",)])
def test_csv_is_one_row_each_with_a_header(shown: Ledger, capsys: Capture, command: tuple[str, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(run(capsys, *command, "--csv", "--ledger", shown.where).out, newline="")))
    assert len(rows) >= 4
    assert all(re.fullmatch(r"[0-9a-f]{16}\.[0-9a-f]{8}", row["anchor"]) and None not in row for row in rows)


def test_what_a_spreadsheet_would_compute_is_led_by_an_apostrophe(ledger: Ledger, capsys: Capture) -> None:
    text = (
        "“=HYPERLINK(1) and nothing else is true in this case,” the minister said.\n\n@SUM(A1) is the sum, Mr Lie said."
    )
    add_document(ledger, Document(text, outlet="+1", title="-2"))
    assert claims_of(ledger)
    for command in ("claims", "timeline"):
        out = run(capsys, command, "--csv", "--ledger", ledger.where).out
        cells = [cell for row in csv.reader(io.StringIO(out, newline="")) for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_what_could_steer_a_terminal_is_not_printed(ledger: Ledger, capsys: Capture) -> None:
    text = "Nothing was sent\x1b[31m \u202eto anybody\x07 at all, the minister \x9b2J said."
    add_document(ledger, Document(text, outlet="Red\x1b[31m", title="A\u202eB"))
    (found,) = claims_of(ledger)
    for command in (
        ("claims",),
        ("claim", found.id),
        ("timeline",),
        ("claims", "--json"),
        ("claim", found.id, "--json"),
    ):
        out = run(capsys, *command, "--ledger", ledger.where).out
        assert found.id in out
        assert not set(out) & set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("limit", ["0", "-1", "many", "10001", "99999999999999999999"])
@pytest.mark.parametrize("command", ["claims", "timeline"])
def test_a_limit_that_is_none(shown: Ledger, capsys: Capture, command: str, limit: str) -> None:
    assert run(capsys, command, "--limit", limit, "--ledger", shown.where).code == 2
