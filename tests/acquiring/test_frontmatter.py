"""The YAML header."""

from datetime import date

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from onrecord.acquiring.frontmatter import Header, split_header
from onrecord.errors import DateError, FrontMatterError, InputError

BODY = "He said no."


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("close", ["---", "...", "---  "])
def test_a_header_is_parted_from_the_text(newline: str, close: str) -> None:
    lines = [
        "---",
        'url: "https://a.example/x"',
        "outlet: The Harbour",
        "date: 2023-09-27",
        "title: 'No: again'",
        close,
    ]
    header, text = split_header(newline.join([*lines, "", " ", f"  {BODY} ", "", "More.", "", "  ", ""]), "a.md")
    assert header == Header("https://a.example/x", "The Harbour", date(2023, 9, 27), "No: again")
    assert text == newline.join([f"  {BODY} ", "", "More."])


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"\n\n{BODY}\n\n",
        f"---\n{BODY}\n",
        "---\nA rule above, and one below.\n\n---\nMore text.\n",
        "---\nThe minister said: no.\n---\nMore text.\n",
        f"--- \nurl: https://a.example/\n{BODY}",
        f"----\nurl: x\n----\n{BODY}",
        f" ---\nurl: x\n---\n{BODY}",
        "---\ntitle: x\n" + "a: b\n" * 20_000 + f"---\n{BODY}",
    ],
)
def test_a_rule_alone_makes_no_header(text: str) -> None:
    assert split_header(text, "a.md") == (Header(), text)


@pytest.mark.parametrize(
    "header", ["", "# only a comment\n", "author: X\ntags: [a, b]\n", "title:\nurl: ~\noutlet: ''\ndate: null\n"]
)
def test_what_is_not_said_is_none(header: str) -> None:
    assert split_header(f"---\n{header}---\n{BODY}\n", "a.md") == (Header(), BODY)


@pytest.mark.parametrize("title", ["No", "1984", "1:30", "2024-02-22", "on", "0x1F"])
def test_a_title_stays_the_text_it_is(title: str) -> None:
    assert split_header(f"---\ntitle: {title}\n---\n{BODY}", "a.md")[0].title == title


def test_a_long_value_becomes_one_clean_line() -> None:
    header, _ = split_header(
        '---\ntitle: >\n  A headline\n  on two lines\noutlet: "A\\u0000\\n B \\ud800"\n---\n' + BODY, "a.md"
    )
    assert (header.title, header.outlet) == ("A headline on two lines", "A B")


@pytest.mark.parametrize("key", ["date", "published", "published_on"])
@pytest.mark.parametrize("day", ["2023-09-27", '"2023-09-27"', "2023-09-27T23:30:00-05:00", "2023-09-27 10:00:00"])
def test_the_day_has_three_names_and_may_be_an_instant(key: str, day: str) -> None:
    assert split_header(f"---\n{key}: {day}\n---\n{BODY}", "a.md")[0].published == date(2023, 9, 27)


@pytest.mark.parametrize("day", ["2024-02-30", "27 September 2023", "2023", "1"])
def test_a_day_that_is_none_is_refused(day: str) -> None:
    with pytest.raises(DateError, match=r"^a\.md, date: got \".+\"; expected a calendar day as YYYY-MM-DD$"):
        split_header(f"---\ndate: {day}\n---\n{BODY}", "a.md")


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("title:\u00a0x\n", "a.md, line 2"),
        ("title: 'open\n", "a.md, line 3"),
        ("title: x\nurl: [a\n", "a.md, line 4"),
        ("title: a: b\n", "a.md, line 2"),
        ("title: x\n\tbad: y\n", "a.md, line 3"),
        ("title: [a]\n", "a.md"),
        ("outlet: {a: b}\n", "a.md"),
        ("title: *nowhere\n", "a.md, line 2"),
        ("title: \x07\n", "a.md, line 2"),
        ("title: " + "[" * 5_000 + "\n", "a.md, line 2"),
        ("title: x\n--- !!python/object:os.system\n", "a.md, line 3"),
    ],
)
def test_a_malformed_header_is_refused_with_its_line(header: str, line: str) -> None:
    with pytest.raises(FrontMatterError) as caught:
        split_header(f"---\n{header}---\n{BODY}", "a.md")
    message = str(caught.value)
    assert message.startswith(f"{line}: got ")
    assert message.isprintable()


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 30))
    merges = "".join(f"m{n}: &m{n}\n  <<: [{', '.join([f'*m{n - 1}'] * 9)}]\n" for n in range(1, 30))
    header, text = split_header(f"---\nl0: &l0 [a]\n{levels}m0: &m0 {{k: v}}\n{merges}title: T\n---\n{BODY}", "a.md")
    assert (header.title, text) == ("T", BODY)


@given(st.text())
def test_any_header_is_read_or_refused(header: str) -> None:
    try:
        split_header(f"---\n{header}\n---\n{BODY}", "a.md")
    except InputError as error:
        assert str(error).isprintable()


@given(
    st.dictionaries(
        st.sampled_from(["title", "outlet", "url"]),
        st.text(st.characters(codec="ascii", categories=["L"]), min_size=5),
    )
)
def test_what_yaml_writes_is_read_back(values: dict[str, str]) -> None:
    header, text = split_header(f"---\n{yaml.safe_dump(values) if values else ''}---\n\n{BODY}\n\n", "a.md")
    assert {key: getattr(header, key) for key in values} == values
    assert text == BODY
