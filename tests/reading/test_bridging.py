"""Whose word a report is: its issuer, named with it or earlier."""

from functools import cache

import pytest

import onrecord
from onrecord.records import Naming, Statement, VoiceKind


@cache
def said(text: str) -> tuple[Statement, ...]:
    """Return the statements of a text that are not the author's."""
    return tuple(s for s in onrecord.read(text).statements if s.cue is not None)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Norway’s report said the crates held engines.", "Norway"),
        ("Norway's report said the crates held engines.", "Norway"),
        ("The report by Norway said the crates held engines.", "Norway"),
        ("A report by Amnesty International said the prison was full.", "Amnesty International"),
        ("A report from the World Bank said prices had risen.", "the World Bank"),
        ("A report of the World Bank showed that prices had risen.", "the World Bank"),
        ("A UN report said the crates held engines.", "UN"),
        ("The Pentagon report said the crates held engines.", "Pentagon"),
        ("Norway’s report said it rained. The report said the ship came from the north.", "Norway"),
        ("A report of the World Bank showed that prices had risen. The report said wages fell.", "the World Bank"),
        ("In its report, Norway said it rained. The report said the ship came from the north.", "Norway"),
        ("Karl Brandt wrote in a report that it rained. The report says the ship was old.", "Karl Brandt"),
        ("Karl Brandt said in a report that it rained. According to the report, the ship was old.", "Karl Brandt"),
        ("Karl Brandt wrote in a letter that the port was closed. The letter said it rained.", "Karl Brandt"),
    ],
)
def test_behind_a_document_is_its_issuer(text: str, issuer: str) -> None:
    source = said(text)[-1].source
    assert source is not None
    assert (source.kind, source.attribution, source.speaker) == (VoiceKind.DOCUMENT, Naming.NAMED, issuer)


def test_the_report_of_a_minister_without_a_name_is_of_a_known_voice() -> None:
    text = "The minister wrote in a report that it rained. The report says the ship came from the north."
    source = said(text)[-1].source
    assert source is not None
    assert (source.name, source.attribution, source.speaker) == ("The report", Naming.NAMED, None)


@pytest.mark.parametrize(
    "text",
    [
        "The report said the crates held engines.",
        "A report about Norway said the crates held engines.",
        "Karl Brandt said the port was closed. The report said the ship came from the north.",
    ],
)
def test_a_report_that_nobody_is_said_to_have_issued(text: str) -> None:
    source = said(text)[-1].source
    assert source is not None
    assert (source.kind, source.attribution, source.speaker) == (VoiceKind.DOCUMENT, Naming.DESCRIBED, None)


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("A memo drafted in June by Norway warned that the crates could be resold.", "Norway"),
    ],
)
def test_who_drafted_it_and_whose_it_is(text: str, issuer: str) -> None:
    source = said(text)[-1].source
    assert source is not None
    assert source.speaker == issuer
