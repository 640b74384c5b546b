"""The document weighed on its own, on a terminal."""

import io

import onrecord
from onrecord.cli.claims import show_claims
from onrecord.cli.table import console
from onrecord.records import to_dict

TEXT = (
    "Iran has sent missiles to Russia, Reuters reported, citing six sources. Iran denied that it sent missiles to Russia. "
    "If Iran has sent missiles to Russia, it will pay, White House spokesman John Kirby said."
)


def shown(text: str) -> str:
    """Return what is printed, white space as one space."""
    out = io.StringIO()
    show_claims(onrecord.read(text, outlet="The Bergen Post"), console(out))
    return " ".join(out.getvalue().split())


def test_who_asserts_denies_and_conditions_a_claim() -> None:
    text = shown(TEXT)
    assert "in this article" in text
    assert "denies Iran" in text
    assert "single origin" in text
    assert "reviewed by nobody" in text


def test_nothing_is_shown_of_what_stands_alone() -> None:
    assert shown("Norway sold tanks to Chile in May.") == ""


def test_claims_are_in_the_json() -> None:
    claims = to_dict(onrecord.read(TEXT))["claims"]
    assert claims
    assert {"id", "title", "independent_origins", "origins", "statements", "standing", "figures"} == set(claims[0])
    assert all(
        set(s) >= {"document", "spans", "stance", "condition", "source", "via", "origin"}
        for c in claims
        for s in c["statements"]
    )
