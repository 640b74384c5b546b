"""Whom "it", "the channel" and "the experts" take up."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Statement, VoiceKind


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


def last(text: str) -> Statement:
    return said(text)[-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fars reported that the ferry had docked. It said the crew was safe.", "Fars"),
        ("The ministry said the port was closed. It added that the ferry would sail in May.", "The ministry"),
        ("Norway said the port was closed. It denied that it had sold rifles.", "Norway"),
        ("Amnesty International said the prison was full. It said two men had died.", "Amnesty International"),
        ("The report said the crates held engines. It said the ship came from the north.", "The report"),
        ("Norway said the port was closed. Fars said the ferry had docked. It said the crew was safe.", "Fars"),
    ],
)
def test_it_takes_up_the_body_that_spoke_last(text: str, name: str) -> None:
    source = last(text).source
    assert source is not None
    assert (source.text, source.name) == ("It", name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Press TV reported that the port was closed. The channel said the ferry was safe.", "Press TV"),
        ("CNN reported that the port was closed. The network said the ferry was safe.", "CNN"),
        ("Kyodo reported that the ship had sunk. The news agency said two sailors were missing.", "Kyodo"),
        ("The Fjord Gazette reported that the ship had sunk. The newspaper said two men died.", "Fjord Gazette"),
        ("Karl Brandt told Press TV that the port was closed. The channel said the ferry was safe.", "Press TV"),
    ],
)
def test_an_outlet_s_noun_takes_up_the_outlet_that_spoke_or_carried(text: str, name: str) -> None:
    source = last(text).source
    assert source is not None
    assert (source.name, source.kind) == (name, VoiceKind.OUTLET)


PANEL = "The UN panel of experts"


@pytest.mark.parametrize(
    "text",
    [
        f"{PANEL} said the crates held engines. The experts said the ship came from the north.",
        f"{PANEL} said the crates held engines. The inspectors said the ship came from the north.",
        f"{PANEL} said the crates held engines. The monitors said the ship came from the north.",
        f"{PANEL} said the crates held engines. Karl Brandt said it rained. The panel said the ship was old.",
    ],
)
def test_the_experts_take_up_their_body(text: str) -> None:
    source = last(text).source
    assert source is not None
    assert (source.name, source.kind) == (PANEL, VoiceKind.ORGANISATION)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Fars reported that the ferry had docked. A newspaper said the crew was safe.", "A newspaper"),
        ("Amnesty International said the prison was full. The experts said two men had died.", "The experts"),
        ("Fars reported that the minister had resigned. The minister said he was ill.", "the minister"),
    ],
)
def test_what_fits_nobody_before_stands_for_itself(text: str, words: str) -> None:
    source = last(text).source
    assert source is not None
    assert source.name == words
