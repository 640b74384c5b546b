"""Which words stand inside quotation marks."""

import re

import pytest

from onrecord.reading.quotes import quoted_words
from onrecord.reading.words import lay_out


def marked(text: str) -> str:
    """Show the quoted words in braces."""
    layout = lay_out(text)
    shown = " ".join(
        f"{{{text[a:b]}}}" if inside else text[a:b] for (a, b), inside in zip(layout.words, layout.quoted, strict=True)
    )
    return re.sub(r"\} \{", " ", shown)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "no" twice.', 'He said {" no "} twice .'),
        ("He said “no” twice.", "He said {“ no ”} twice ."),
        ("He said ‘no’ twice.", "He said {‘ no ’} twice ."),
        ("He said 'no' twice.", "He said {' no '} twice ."),
        ("He said ``no'' twice.", "He said {`` no ''} twice ."),
        ("He said ''no'' twice.", "He said {'' no ''} twice ."),
        ("He said «no» twice.", "He said {« no »} twice ."),
        ("He said „no“ twice.", "He said {„ no “} twice ."),
        ("He said ”no” twice.", "He said {” no ”} twice ."),
        ('He said " no " twice.', 'He said {" no "} twice .'),
        ('("No," he said.)', '( {" No , "} he said . )'),
        ("“We arm them,’ he said.", "{“ We arm them , ’} he said ."),
        ('“We arm them," he said. “No.”', '{“ We arm them , "} he said . {“ No . ”}'),
        ("‘The workers’ rights matter,’ he said.", "{‘ The workers ’ rights matter , ’} he said ."),
        ("'The workers' rights matter,' he said.", "{' The workers ' rights matter , '} he said ."),
        ("“He said ‘no’ twice,” she said.", "{“ He said ‘ no ’ twice , ”} she said ."),
        ("‘He said “no” twice,’ she said.", "{‘ He said “ no ” twice , ’} she said ."),
    ],
)
def test_quotations(text: str, expected: str) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the workers' share of the '90s boom.",
        "It’s the workers’ share of the ’90s boom.",
        "A stray ” mark closes nothing.",
        'He is 5\'11" tall and it is 6" wide.',
        "Rock 'n' roll isn't Lanes' thing.",
        "The Sana'a and Sha'ban offices",
    ],
)
def test_no_quotations(text: str) -> None:
    assert "{" not in marked(text)


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    assert marked("He said: “We came. We left.\nThey stayed.") == "He said : {“ We came . We left .} They stayed ."


def test_a_quotation_over_paragraphs_opens_again_in_each() -> None:
    text = "“We came,” he said. “We left.\n\n“Then we rested.\n\n“We slept.” They did.\n\nNobody else did."
    assert marked(text) == (
        "{“ We came , ”} he said . {“ We left . “ Then we rested . “ We slept . ”} They did . Nobody else did ."
    )


def test_a_single_quotation_over_paragraphs() -> None:
    assert marked("‘We came.\n\n‘We slept.’ They did.") == "{‘ We came . ‘ We slept . ’} They did ."


@pytest.mark.parametrize(
    ("words", "starts", "expected"),
    [
        ('He said " no " twice', [0], "001110"),
        ("He said `` no '' twice", [0], "001110"),
        ("the workers ' rights ' end", [0], "000000"),
        ("He said “ no They left", [0, 4], "001100"),
        ("", [], ""),
    ],
)
def test_words_that_come_without_their_spaces(words: str, starts: list[int], expected: str) -> None:
    got = "".join("1" if inside else "0" for inside in quoted_words(words.split(), starts))
    assert got == expected
