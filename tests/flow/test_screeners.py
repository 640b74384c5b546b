"""Lists are opened once, and again when a version is loaded."""

from datetime import date
from pathlib import Path

from onrecord.flow.screeners import delta_of, screener_of
from onrecord.flow.screening import load_version
from onrecord.records.listings import ListName
from tests.screening.loading import generated


def test_a_screener_stays_until_a_version_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "sdn.csv").write_text(generated.OFAC["sdn.csv"], "utf-8", newline="")
    (tmp_path / "later.csv").write_text(
        generated.OFAC["sdn.csv"].replace("VESNA SHIPPING", "OSEN LINES"), "utf-8", newline=""
    )
    lists = tmp_path / "lists"
    load_version(ListName.OFAC, [str(tmp_path / "sdn.csv")], dated=date(2023, 1, 1), folder=lists)
    first = screener_of(lists)
    assert screener_of(lists) is first
    assert first.screen("Osen Lines") == []
    load_version(ListName.OFAC, [str(tmp_path / "later.csv")], dated=date(2024, 1, 1), folder=lists)
    assert [m.listing.id for m in screener_of(lists).screen("Osen Lines")] == ["39"]
    _, _, found = delta_of(lists, "ofac-2023", "ofac")
    assert [c.what for c in found.changed] == [("names",)]
    assert delta_of(lists, "ofac-2023", "ofac")[2] is found
