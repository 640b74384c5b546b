"""The practice of events: what is counted, and which half may be read."""

import json
from typing import Any

from evaluation.events import PRACTICE, part_of, practise_events
from evaluation.practice import FOLDER

ITEM: dict[str, Any] = {
    "id": "x1",
    "text": "Norway sold six tanks to Chile.",
    "published_on": None,
    "events": [
        {
            "id": "e1",
            "frame": "transfer_arms",
            "optional": False,
            "trigger": {"spans": [[7, 11]], "text": "sold"},
            "roles": {
                "supplier": [{"name": "Norway", "spans": [[0, 6]], "text": "Norway"}],
                "recipient": [{"name": "Chile", "spans": [[25, 30]], "text": "Chile"}],
            },
            "factuality": {"author": "CT+"},
        }
    ],
}


def test_an_item_is_counted_for_what_it_lists() -> None:
    figures, errors = practise_events([ITEM])
    by_name = {f.name: f.value for f in figures}
    assert errors == []
    assert by_name["events"] == by_name["triggers and frames"] == 100
    assert "measures" not in by_name
    assert "quantities" not in by_name


def test_a_wrong_side_is_an_error() -> None:
    roles = {**ITEM["events"][0]["roles"], "recipient": [{"name": "Peru", "spans": [[7, 11]], "text": "sold"}]}
    figures, errors = practise_events([{**ITEM, "events": [{**ITEM["events"][0], "roles": roles}]}])
    assert next(f.value for f in figures if f.name == "events") == 0
    assert any("wrong recipient" in line for line in errors)


def test_the_two_halves_are_apart_and_make_up_all() -> None:
    for name in PRACTICE:
        items = json.loads((FOLDER / f"events-{name}.json").read_text(encoding="utf-8"))
        halves = [{i["id"] for i in part_of(items, part)} for part in ("read", "held")]
        assert not halves[0] & halves[1]
        assert halves[0] | halves[1] == {i["id"] for i in part_of(items, "all")}
        assert all(i["text"][a:b] for i in items for e in i["events"] for a, b in e["trigger"]["spans"])
