"""Whose spokesman a spokesman is, and which voice of a government speaks."""

import pytest

from tests.weighing.reading import said


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "The White House accused Belarus of flying rockets to Libya. Spokesman Peter Garland said the flights had ended.",
            "Peter Garland (spokesman, White House)",
        ),
        (
            "Poland's foreign ministry dismissed the report. A spokeswoman, Ada Lis, said the tanks were old.",
            "Ada Lis (spokeswoman, Poland's foreign ministry)",
        ),
        (
            "The Kestrel Group was paid in gold. Its founder, Ivo Strand, said the rifles were its own.",
            "Ivo Strand (founder, Kestrel Group)",
        ),
        (
            "The Kestrel Group was paid in gold. The founder, Ivo Strand, said the rifles were old.",
            "Ivo Strand (founder)",
        ),
        (
            "Ivo Strand, spokesman for Kestrel Group, said the rifles were old.",
            "Ivo Strand (spokesman for Kestrel Group)",
        ),
        (
            "The European Union condemned the strike. Spokesman Dmitry Peskov said the rifles were old.",
            "Dmitry Peskov (spokesman, Russia)",
        ),
        (
            "The Kestrel Group sold rifles to Chad, Reuters reported. A spokesman, Ivo Strand, said the rifles were old.",
            "Ivo Strand (spokesman, Kestrel Group)",
        ),
    ],
)
def test_a_bare_office_is_of_the_body_named_before(text: str, source: str) -> None:
    assert said(text)[-1].source == source


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Belgrade said it had sold no rifles to Chad.", "Belgrade (Serbia)"),
        ("Serbia said it had sold no rifles to Chad.", "Serbia"),
        ("The United States said Serbia had sold rifles to Chad.", "United States"),
        ("Serbia's foreign ministry said no rifles had gone to Chad.", "Serbia's foreign ministry"),
    ],
)
def test_a_government_speaks_by_the_voice_that_the_words_name(text: str, source: str) -> None:
    found = said(text)[-1]
    assert found.source == source
    assert found.root is not None
    assert found.root.family in {"serbia", "united states"}
    assert found.speaks_for in {"Serbia", "United States", None}


def test_its_chief_is_told_with_whose_he_is() -> None:
    (found,) = said("The European Union will impose sanctions on Chad, its foreign policy chief said.")
    assert found.source == "European Union’s foreign policy chief"


def test_what_a_ban_is_on_is_no_deed() -> None:
    (found,) = said("UN resolutions ban all arms exports by North Korea, diplomats noted.")
    assert found.fact is not None
    assert found.fact.family == "measure"


def test_an_opposition_speaks_for_no_state() -> None:
    found = said("The US embassy protested. Its shadow defence minister, Kobus Marais, said he doubted the panel.")[-1]
    assert (found.source, found.speaks_for) == ("Kobus Marais (shadow defence minister)", None)


def test_who_denied_is_the_name_before_the_clause() -> None:
    found = said(
        "Two diplomats said they had seen export papers naming a dealer, Zenith Arms, which has denied any wrongdoing."
    )
    assert found[-1].source == "Zenith Arms"


def test_diplomats_in_a_city_speak_for_nobody_there() -> None:
    found = said("Two diplomats in Brussels said Serbia had sold 40 rifles to Chad.")[-1]
    assert found.root is not None
    assert found.root.family == "sources of bergen post"


def test_what_stands_beside_a_capital_is_no_part_of_its_name() -> None:
    assert (
        said("Moscow, an old ally of Belgrade, denied that it had sold rifles to Chad.")[-1].source == "Moscow (Russia)"
    )
