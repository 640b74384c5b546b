"""Hostile and broken XML: nothing is expanded, nothing fetched, one bad entry spoils nothing else."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.records.listings import Fault
from onrecord.screening.loading.xml import Entry, cut_entries, root_of


def cut(text: str | bytes) -> list[Entry | Fault]:
    data = text.encode() if isinstance(text, str) else text
    return list(cut_entries(io.BytesIO(data), "f.xml", ("E",)))


def texts(text: str | bytes) -> list[str]:
    return [e.node.text for e in cut(text) if isinstance(e, Entry)]


BOMB = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<L><E>&b;</E><E>&x;</E><E>fine</E></L>"
)


def test_entities_are_neither_expanded_nor_fetched() -> None:
    found = cut(BOMB)
    assert [str(f) for f in found if isinstance(f, Fault)] == [
        "f.xml:1: got undefined entity (column 11) in the <E> of line 1; expected a well-formed <E>",
        "f.xml:1: got undefined entity (column 11) in the <E> of line 1; expected a well-formed <E>",
    ]
    assert texts(BOMB) == ["fine"]


@pytest.mark.parametrize(
    ("text", "line", "left"),
    [
        ("<L>\n<E>one</E>\n<E><b>two</E>\n<E>three</E></L>", 3, ["one", "three"]),
        ("<L>\n<E>one\n<E>two</E></L>", 3, ["two"]),
        ("<L>\n\n<E>one</E><E>two", 3, ["one"]),
        ("<L><E>" + "<a>" * 60 + "</a>" * 60 + "</E><E>ok</E></L>", 1, ["ok"]),
    ],
)
def test_a_malformed_entry_is_named_with_its_line(text: str, line: int, left: list[str]) -> None:
    faults = [f for f in cut(text) if isinstance(f, Fault)]
    assert [f.where for f in faults] == [f"f.xml:{line}"]
    assert texts(text) == left


def test_prefixes_encodings_and_empty_entries() -> None:
    assert texts('<n:L xmlns:n="u"><n:E a="1"><n:b>x</n:b></n:E><n:E/></n:L>') == ["x", ""]
    assert texts('<?xml version="1.0" encoding="iso-8859-1"?><L><E>é</E></L>'.encode("latin-1")) == ["é"]
    assert texts("<L><E>é</E></L>".encode("utf-16")) == ["é"]
    assert root_of(b'<?xml version="1.0"?>\n<!-- c -->\n<L a="b">') == '<L a="b">'


def test_an_entry_longer_than_a_block() -> None:
    assert [len(t) for t in texts("<L>" + f"<E>{'x' * 200_000}</E>" * 3 + "</L>")] == [200_000] * 3


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    cut(data)
    cut(b"<L><E>" + data + b"</E><E>ok</E></L>")
