"""Who speaks: pronouns, surnames, roles and metonyms, and the body somebody speaks for."""

from datetime import date
from functools import cache

import pytest

import onrecord
from onrecord.records import Statement, Voice, VoiceKind


@cache
def said(text: str, on: date | None = None) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text, published_on=on).statements if s.cue is not None)


def last(text: str, on: date | None = None) -> Voice:
    """Return the voice of the last statement."""
    found = said(text, on)[-1].source
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Karl Brandt", "Karl Brandt opened the port. “The ferry is safe,” he said."),
        ("Karl Brandt", "Karl Brandt said the port was open. He said the ferry was safe."),
        ("Karl Brandt", "Karl Brandt opened the port. “The ferry is safe,” Brandt said."),
        ("Karl Brandt", "Mr. Karl Brandt opened the port. “The ferry is safe,” Mr. Brandt said."),
        ("Karl Brandt", "Spokesman Karl Brandt opened the port. “The ferry is safe,” the spokesman said."),
        ("Ada Lindqvist", "Ada Lindqvist, a senator, met Karl Brandt. “The ferry is safe,” she said."),
        ("Ada Lindqvist", "Ada Lindqvist, the mayor, opened the port. “The ferry is safe,” the mayor said."),
        ("Iran", "Tehran said the port was open."),
        ("Russia", "Moscow said the port was open."),
        ("United States", "Washington said the port was open."),
        ("Norway", "Oslo denied that the port was closed."),
    ],
)
def test_who_is_behind_a_word(name: str, text: str) -> None:
    assert last(text).name == name


def test_a_metonym_keeps_its_own_words() -> None:
    voice = last("The Kremlin said the port was open.")
    assert (voice.text, voice.kind) == ("The Kremlin", VoiceKind.GOVERNMENT)
    assert voice.name in ("Kremlin", "the Kremlin", "The Kremlin")


def test_the_same_speaker_is_the_same_entity() -> None:
    text = "Karl Brandt said the port was open. “The ferry is safe,” Brandt said. He denied that it had sunk."
    entities = {s.source.entity for s in said(text) if s.source}
    assert len(said(text)) == 3
    assert len(entities) == 1 and None not in entities


def test_the_document_names_two_people_apart() -> None:
    text = "Karl Brandt said the port was open. Ada Lindqvist said the ferry was safe."
    one, other = (s.source for s in said(text))
    assert one is not None and other is not None
    assert one.entity != other.entity


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("Spokesman", "Spokesman Karl Brandt said the port was open."),
        ("Norwegian foreign minister", "Norwegian foreign minister Karl Brandt said the port was open."),
        ("senator", "Ada Lindqvist, a senator, said the port was open."),
        ("senior official", "A senior official said the port was open."),
        (None, "Karl Brandt said the port was open."),
        (None, "The ministry said the port was open."),
    ],
)
def test_the_office_in_the_text_s_words(role: str | None, text: str) -> None:
    assert last(text).role == role


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Norway", "Norway’s foreign minister, Karl Brandt, said the port was open."),
        ("Norway", "Norwegian foreign minister Karl Brandt said the port was open."),
        ("Norway", "Karl Brandt, the Norwegian defence minister, said the port was open."),
        ("Finland", "Finnish Foreign Ministry spokesman Karl Brandt said the port was open."),
        ("Finland", "The Finnish foreign ministry said the port was open."),
        ("European Union", "EU spokesman Karl Brandt said the port was open."),
        ("United Nations", "UN spokesman Karl Brandt said the port was open."),
        ("Norway", "A Norwegian government spokesman said the port was open."),
        (None, "Norwegian senator Karl Brandt said the port was open."),
        (None, "A Norwegian official said the port was open."),
        (None, "Karl Brandt said the port was open."),
        (None, "Norway said the port was open."),
        (None, "Reuters said the port was open."),
    ],
)
def test_the_body_somebody_speaks_for(body: str | None, text: str) -> None:
    assert last(text).speaks_for == body


def test_a_surname_speaks_for_whom_the_full_name_did() -> None:
    text = "Norway’s foreign minister, Karl Brandt, opened the port. “The ferry is safe,” Brandt said."
    assert last(text).speaks_for == "Norway"


@pytest.mark.parametrize(
    ("on", "body"),
    [(date(2015, 5, 5), "Iran"), (date(2025, 5, 5), "Iran"), (None, "Iran"), (date(2005, 5, 5), None)],
)
def test_the_register_knows_office_holders_on_a_day(on: date | None, body: str | None) -> None:
    text = "Abbas Araghchi said the talks had taken place."
    assert last(text, on).speaks_for == body


@pytest.mark.parametrize(
    ("basis", "text"),
    [
        ("witness", "A witness said the ship had docked."),
        ("document", "The agency said, citing a document, that the ship had docked."),
        ("own intelligence", "The ministry said, citing intelligence, that the ship had docked."),
        (None, "The ministry said that the ship had docked."),
    ],
)
def test_how_a_source_is_said_to_know(basis: str | None, text: str) -> None:
    assert last(text).basis == basis


def test_it_takes_up_the_body_that_spoke() -> None:
    text = "Norway’s foreign ministry said the port was open. It denied that the ferry had sunk."
    voice = last(text)
    assert (voice.text, voice.kind) == ("It", VoiceKind.GOVERNMENT)
    assert voice.name is not None and "foreign ministry" in voice.name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The charterer, Pontic Grain & General, blamed a faulty antenna, saying that it had failed.",
            "Pontic Grain & General",
        ),
        ("Moscow’s embassy in Seoul said that the ship was empty.", "Russia’s embassy in Seoul"),
    ],
)
def test_a_name_beside_a_description_and_a_capital_for_its_state(text: str, name: str) -> None:
    source = said(text)[0].source
    assert source is not None
    assert source.speaker == name


def test_a_given_name_does_not_gainsay_the_noun_beside_it() -> None:
    text = (
        "Zane Bērziņa, a spokeswoman for the customs service, said that the driver held papers. "
        "Pressed about a second lorry, the spokeswoman replied that there was none."
    )
    assert last(text).speaker == "Zane Bērziņa"
