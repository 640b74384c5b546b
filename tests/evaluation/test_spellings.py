"""Spellings: the gold is what it says, and what is counted."""

import json
from pathlib import Path

from evaluation.spellings import PATH, figures
from onrecord.registers import people, weapons


def test_no_spelling_is_a_name_in_the_tables() -> None:
    items = json.loads(PATH.read_text(encoding="utf-8"))
    listed = {n.casefold() for w in weapons().by_name.values() for n in (w.name, *w.aliases)}
    assert not [i["text"] for i in items if i["kind"] == "weapon" and i["text"].casefold() in listed]
    assert {i["name"] for i in items if i["name"] and i["kind"] == "weapon"} <= set(weapons().by_name)
    full = {p.name for held in people().by_name.values() for p in held}
    assert {i["name"] for i in items if i["name"] and i["kind"] == "person"} <= full


def test_shares_of_resolved_and_wrong(tmp_path: Path) -> None:
    items = [
        {"id": "n1", "set": "A", "kind": "weapon", "text": "Zolfaghat", "name": "Zolfaghar"},
        {"id": "n2", "set": "A", "kind": "person", "text": "Sergey Lavrow", "name": "Sergei Lavrov"},
        {"id": "n3", "set": "A", "kind": "weapon", "text": "Fateh-110", "name": None},
        {"id": "n4", "set": "B", "kind": "weapon", "text": "nothing", "name": None},
    ]
    path = tmp_path / "spellings.json"
    path.write_text(json.dumps(items), encoding="utf-8")
    found, faults = figures("A", path)
    shares = {f.name: (f.value, f.gold) for f in found}
    assert shares["resolved"] == (100.0, 2)
    assert shares["wrong"] == (33.33, 3)
    assert faults == ["n3 'Fateh-110': got 'Fateh-110', expected None"]
