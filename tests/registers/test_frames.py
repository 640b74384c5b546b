"""Frames: every example, and files that are refused."""

from pathlib import Path

import pytest

import onrecord
from onrecord.errors import RegisterError
from onrecord.registers import DATA, check, frames
from onrecord.registers.frames import Example, load_frame
from tests.registers.conftest import Spoil

ALL = frames().by_name
FIRES = [(name, e) for name, frame in ALL.items() for e in frame.fires]
SILENT = [(name, text) for name, frame in ALL.items() for text in frame.silent]


@pytest.mark.parametrize(("name", "example"), FIRES, ids=[f"{n}-{i}" for i, (n, _) in enumerate(FIRES)])
def test_every_frame_finds_its_examples(name: str, example: Example) -> None:
    start, end = example.text.index("["), example.text.index("]") - 1
    text = example.text.replace("[", "").replace("]", "")
    found = [e for e in onrecord.read(text).events if e.trigger.spans == ((start, end),)]
    assert [e.frame for e in found] == [name], text
    roles = dict(found[0].roles)
    for role, fillers in example.roles.items():
        names = {name for f in roles.get(role, ()) for name in (f.name, f.text)}
        assert set(fillers) <= names, (text, role, names)


@pytest.mark.parametrize(("name", "text"), SILENT, ids=[f"{n}-{i}" for i, (n, _) in enumerate(SILENT)])
def test_no_frame_finds_what_must_be_silent(name: str, text: str) -> None:
    assert name not in [e.frame for e in onrecord.read(text).events]


GOOD = (DATA / "frames" / "deny.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "got", "expected"),
    [
        ("plover: null", "plover: DENY", "plover 'DENY'", "one of ACCUSE"),
        ("core: [actor]", "core: [speaker]", "core speaker", "some of actor"),
        ("subject: actor", "subject: speaker", "slots 'subject': 'speaker'", "a slot in quotes"),
        ("says:", "tells:", "tells", "says"),
        ("[denied]", "denied", "example", "the trigger in square brackets"),
        ("triggers:\n", "triggers:\n  - plover: null\n", "a trigger with plover", "verbs or nouns among them"),
    ],
)
def test_a_damaged_frame_is_refused_in_one_line(tmp_path: Path, old: str, new: str, got: str, expected: str) -> None:
    assert old in GOOD
    path = tmp_path / "deny.yml"
    path.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RegisterError) as fault:
        load_frame(path)
    message = str(fault.value)
    assert message.startswith("frames/deny.yml")
    assert got in message
    assert expected in message


def test_the_check_reads_frames_too(spoiled: Spoil) -> None:
    folder = spoiled("frames/veto.yml", "says:", "says: [")
    faults = check(folder).faults
    assert [str(f).split(":")[0] for f in faults] == ["frames/veto.yml"]
