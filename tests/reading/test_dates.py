"""Time expressions come out as the days a careful reader would write down."""

from datetime import date

import pytest

import onrecord
from onrecord.reading.dates import find_dates

THURSDAY = date(2024, 2, 22)


def found(text: str, published_on: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    """Return words, EDTF value and interval of each expression of a text."""
    reading = onrecord.read(text, published_on=published_on)
    rows = []
    for one in find_dates(reading.parse, published_on):
        words = text[reading.word_spans[one.start][0] : reading.word_spans[one.end - 1][1]]
        first, last = (day.isoformat() if day else "" for day in (one.when.first, one.when.last))
        rows.append((words, one.when.edtf, "" if not first + last else first if first == last else f"{first}..{last}"))
    return rows


def interval(text: str, words: str, published_on: date | None = THURSDAY) -> str:
    """Return the interval of the one expression that holds these words."""
    rows = [row for row in found(text, published_on) if words in row[0]]
    assert len(rows) == 1, found(text, published_on)
    return rows[0][2]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("Police seized the lorry on Tuesday.", "Tuesday", "2024-02-20"),
        ("Police seized the lorry on Thursday.", "Thursday", "2024-02-22"),
        ("Police had seized the lorry on Friday, a court heard.", "Friday", "2024-02-16"),
        ("The lorry was found Saturday near the border.", "Saturday", "2024-02-17"),
        ("The ministers will sign the treaty on Tuesday.", "Tuesday", "2024-02-27"),
        ("The ministers sign the treaty on Tuesday.", "Tuesday", "2024-02-27"),
        ("The ministers are to sign the treaty on Tuesday.", "Tuesday", "2024-02-27"),
        ("The ministers are going to sign the treaty on Tuesday.", "Tuesday", "2024-02-27"),
        ("The ministers are expected to sign the treaty on Tuesday.", "Tuesday", "2024-02-27"),
        ("The ministers agreed to meet again on Tuesday.", "Tuesday", "2024-02-27"),
        ("The ministers managed to meet on Tuesday.", "Tuesday", "2024-02-20"),
        ("The signing, scheduled for Tuesday, is in doubt.", "Tuesday", "2024-02-27"),
        ("The hearing was postponed until Monday.", "Monday", "..2024-02-26"),
        ("The ban was prolonged on Friday until 31 May 2026.", "Friday", "2024-02-16"),
        ("Parliament to debate arms exports Monday", "Monday", "2024-02-26"),
        ("She could not be reached on Monday.", "Monday", "2024-02-19"),
        ("The envoy would arrive on Monday, the embassy said.", "Monday", "2024-02-26"),
        ("The envoy would have arrived on Monday.", "Monday", "2024-02-19"),
        ("Monday's attack killed three guards.", "Monday", "2024-02-19"),
        ("Monday's hearing will be held behind closed doors.", "Monday", "2024-02-26"),
        ("The envoy said on Monday that the vote will take place on Friday.", "Friday", "2024-02-23"),
        ("The envoy said on Monday that the vote will take place on Friday.", "Monday", "2024-02-19"),
    ],
)
def test_a_weekday_follows_the_tense_of_its_verb(text: str, words: str, days: str) -> None:
    assert interval(text, words) == days


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("He was arrested last Friday.", "last Friday", "2024-02-16"),
        ("He will be tried next Friday.", "next Friday", "2024-02-23"),
        ("He will be tried this Saturday.", "this Saturday", "2024-02-24"),
        ("He was arrested on Friday last week.", "Friday last week", "2024-02-16"),
        ("He was arrested late on Saturday night.", "Saturday", "2024-02-17"),
        ("He was arrested on Tuesday morning.", "Tuesday morning", "2024-02-20"),
        ("He was arrested early Tuesday.", "early Tuesday", "2024-02-20"),
        ("He was arrested in the early hours of Sunday.", "early hours of Sunday", "2024-02-18"),
        ("He was arrested on the night of 4 February.", "4 February", "2024-02-04"),
        ("He was arrested on Monday, Feb. 12.", "Feb. 12", "2024-02-12"),
        ("He was arrested on Tuesday, 21 March 2023.", "Tuesday, 21 March 2023", "2023-03-21"),
        ("He was arrested overnight.", "overnight", "2024-02-21..2024-02-22"),
        ("He was arrested last night.", "last night", "2024-02-21"),
        ("He will speak tonight.", "tonight", "2024-02-22"),
        ("He spoke this morning.", "this morning", "2024-02-22"),
        ("He spoke yesterday evening.", "yesterday evening", "2024-02-21"),
        ("He will speak tomorrow.", "tomorrow", "2024-02-23"),
        ("He spoke the day before yesterday.", "the day before yesterday", "2024-02-20"),
        ("He spoke on the 6th.", "the 6th", "2024-02-06"),
        ("He spoke on the 6th of last month.", "the 6th of last month", "2024-01-06"),
    ],
)
def test_days_around_publication(text: str, words: str, days: str) -> None:
    assert interval(text, words) == days


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("He left ten days ago.", "ten days ago", "2024-02-12"),
        ("He left a week ago.", "a week ago", "2024-02-12..2024-02-18"),
        ("He left six months ago.", "six months ago", "2023-08-01..2023-08-31"),
        ("He left more than five years ago.", "five years ago", "2019-01-01..2019-12-31"),
        ("He left twenty-one years ago.", "twenty-one years ago", "2003-01-01..2003-12-31"),
        ("He left a decade ago.", "a decade ago", "2014-01-01..2014-12-31"),
        ("He left 48 hours ago.", "48 hours ago", "2024-02-20"),
        ("He left a year and a half ago.", "a year and a half ago", "2022-08-01..2022-08-31"),
        ("He left several weeks ago.", "several weeks ago", ""),
        ("Troops landed on June 6, 1944. The following day it rained.", "following day", "1944-06-07"),
        ("Troops landed on June 6, 1944, and left the next morning.", "next morning", "1944-06-07"),
        ("Troops landed on June 6, 1944. The day before, it had rained.", "day before", "1944-06-05"),
        ("Troops landed on June 6, 1944. A week later it rained.", "week later", "1944-06-13"),
        ("Troops landed on June 6, 1944. Three months earlier it had rained.", "months earlier", "1944-03-06"),
        ("Troops landed on June 6, 1944. It rained that day.", "that day", "1944-06-06"),
        ("Troops landed in June 1944. It rained the previous month.", "previous month", "1944-05-01..1944-05-31"),
        ("Troops landed in 1944. Two years later they left.", "Two years later", "1946-01-01..1946-12-31"),
        ("Troops landed in 1944. Two days later they left.", "Two days later", ""),
        ("Two days after the landing of 6 June 1944 it rained.", "Two days after", "1944-06-08"),
        ("Troops landed on June 6, 1944, and by then the town was empty.", "by then", "..1944-06-06"),
    ],
)
def test_counts_of_units(text: str, words: str, days: str) -> None:
    assert interval(text, words) == days


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The talks began last week.", "last week", "2024-02-12..2024-02-18"),
        ("The talks begin next week.", "next week", "2024-02-26..2024-03-03"),
        ("The talks took place this week.", "this week", "2024-02-19..2024-02-25"),
        ("The talks took place the week before last.", "the week before last", "2024-02-05..2024-02-11"),
        ("The talks took place earlier this week.", "earlier this week", "2024-02-19..2024-02-22"),
        ("The talks will take place later this week.", "later this week", "2024-02-22..2024-02-25"),
        ("The talks took place at the weekend.", "the weekend", "2024-02-17..2024-02-18"),
        ("The talks will take place this weekend.", "this weekend", "2024-02-24..2024-02-25"),
        ("The talks took place last weekend.", "last weekend", "2024-02-17..2024-02-18"),
        ("The talks took place in the week of 8 January.", "week of 8 January", "2024-01-08..2024-01-14"),
        ("The talks took place in November.", "November", "2023-11-01..2023-11-30"),
        ("The talks took place in February.", "February", "2024-02-01..2024-02-29"),
        ("The talks will take place in November.", "November", "2024-11-01..2024-11-30"),
        ("The talks took place last month.", "last month", "2024-01-01..2024-01-31"),
        ("The talks will take place next month.", "next month", "2024-03-01..2024-03-31"),
        ("The talks took place last October.", "last October", "2023-10-01..2023-10-31"),
        ("The talks will take place next January.", "next January", "2025-01-01..2025-01-31"),
        ("The talks took place in October last year.", "October last year", "2023-10-01..2023-10-31"),
        ("The talks took place in late October.", "late October", "2023-10-21..2023-10-31"),
        ("The talks took place in mid-October 2020.", "mid-October 2020", "2020-10-11..2020-10-20"),
        ("The talks took place in the last week of October.", "last week of October", "2023-10-25..2023-10-31"),
        ("The talks took place at the end of last month.", "end of last month", "2024-01-21..2024-01-31"),
        ("The talks will take place later this month.", "later this month", "2024-02-22..2024-02-29"),
        ("The talks took place early last month.", "early last month", "2024-01-01..2024-01-10"),
    ],
)
def test_weeks_and_months(text: str, words: str, days: str) -> None:
    assert interval(text, words) == days


@pytest.mark.parametrize(
    ("text", "words", "edtf", "days"),
    [
        ("They met in 1987.", "1987", "1987", "1987-01-01..1987-12-31"),
        ("They met last year.", "last year", "2023", "2023-01-01..2023-12-31"),
        ("They will meet next year.", "next year", "2025", "2025-01-01..2025-12-31"),
        ("They met in mid-2021.", "mid-2021", "2021-05/2021-08", "2021-05-01..2021-08-31"),
        ("They met early last year.", "early last year", "2023-01/2023-04", "2023-01-01..2023-04-30"),
        ("They met at the end of 2021.", "the end of 2021", "2021-09/2021-12", "2021-09-01..2021-12-31"),
        ("They met earlier this year.", "earlier this year", "2024-01-01/2024-02-22", "2024-01-01..2024-02-22"),
        ("They met in the fourth quarter of last year.", "fourth quarter", "2023-36", "2023-10-01..2023-12-31"),
        ("They met in Q2 2021.", "Q2 2021", "2021-34", "2021-04-01..2021-06-30"),
        ("They met in the second half of 2021.", "second half", "2021-41", "2021-07-01..2021-12-31"),
        ("They met in the first half of March 2021.", "first half", "2021-03-01/2021-03-15", "2021-03-01..2021-03-15"),
        (
            "They met in the first nine months of 2021.",
            "nine months",
            "2021-01-01/2021-09-30",
            "2021-01-01..2021-09-30",
        ),
        (
            "They met in the three months to June 2021.",
            "to June 2021",
            "2021-04-01/2021-06-30",
            "2021-04-01..2021-06-30",
        ),
        ("They met in spring 2021.", "spring 2021", "2021-21", "2021-03-01..2021-05-31"),
        ("They met in the winter of 2021-22.", "the winter of 2021-22", "2021-24", "2021-12-01..2022-02-28"),
        ("They met last summer.", "last summer", "2023-22", "2023-06-01..2023-08-31"),
        ("They met in the fall of 2021.", "the fall of 2021", "2021-23", "2021-09-01..2021-11-30"),
        ("They will meet in the autumn.", "autumn", "2024-23", "2024-09-01..2024-11-30"),
        ("They met in the 1970s.", "the 1970s", "197X", "1970-01-01..1979-12-31"),
        ("They met in the late 1970s.", "the late 1970s", "1977/1979", "1977-01-01..1979-12-31"),
        ("They met in the early '90s.", "'90s", "1990/1993", "1990-01-01..1993-12-31"),
        ("They met in the 17th century.", "the 17th century", "16XX", "1600-01-01..1699-12-31"),
        ("They met in the eighteenth century.", "eighteenth century", "17XX", "1700-01-01..1799-12-31"),
        ("They paid in fiscal 2021.", "fiscal 2021", "2020-10-01/2021-09-30", "2020-10-01..2021-09-30"),
        ("They paid in FY2021.", "FY2021", "2020-10-01/2021-09-30", "2020-10-01..2021-09-30"),
        ("They met in the 2021 fiscal year.", "2021 fiscal year", "2020-10-01/2021-09-30", "2020-10-01..2021-09-30"),
    ],
)
def test_years_and_their_parts(text: str, words: str, edtf: str, days: str) -> None:
    rows = [row for row in found(text) if words in row[0]]
    assert [row[1:] for row in rows] == [(edtf, days)]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("3 August 2021", "2021-08-03"),
        ("August 3, 2021", "2021-08-03"),
        ("Aug. 3, 2021", "2021-08-03"),
        ("the 3rd of August 2021", "2021-08-03"),
        ("August 3rd, 2021", "2021-08-03"),
        ("3 August", "2023-08-03"),
        ("Aug. 3", "2023-08-03"),
        ("Jan. 3", "2024-01-03"),
        ("2021-08-03", "2021-08-03"),
        ("03/08/2021", "2021-08-03"),
        ("3.8.2021", "2021-08-03"),
        ("03-08-2021", "2021-08-03"),
        ("3/8/21", "2021-08-03"),
        ("08/25/2021", "2021-08-25"),
        ("2021/08/03", "2021-08-03"),
        ("29 February 2020", "2020-02-29"),
        ("New Year's Eve", "2023-12-31"),
        ("Boxing Day", "2023-12-26"),
        ("Easter Monday 2021", "2021-04-05"),
        ("Good Friday", "2023-04-07"),
        ("Thanksgiving", "2023-11-23"),
    ],
)
def test_days_of_the_calendar(words: str, days: str) -> None:
    assert interval(f"The plant was closed on {words}.", words.partition(" ")[0]) == days


@pytest.mark.parametrize(
    ("text", "edtf", "days"),
    [
        ("They fought from 3 to 5 August 2021.", "2021-08-03/2021-08-05", "2021-08-03..2021-08-05"),
        ("They fought on August 3-5, 2021.", "2021-08-03/2021-08-05", "2021-08-03..2021-08-05"),
        ("They fought between August 3 and August 5.", "2023-08-03/2023-08-05", "2023-08-03..2023-08-05"),
        ("They fought from July 30 to August 2, 2021.", "2021-07-30/2021-08-02", "2021-07-30..2021-08-02"),
        ("They fought between May and July 2021.", "2021-05/2021-07", "2021-05-01..2021-07-31"),
        ("They fought from November to January.", "2023-11/2024-01", "2023-11-01..2024-01-31"),
        ("They fought between 1914 and 1918.", "1914/1918", "1914-01-01..1918-12-31"),
        ("They fought in 1914-18.", "1914/1918", "1914-01-01..1918-12-31"),
        ("They fought from late 2021 to early 2022.", "2021-09-01/2022-04-30", "2021-09-01..2022-04-30"),
        ("They will fight from Monday to Friday.", "2024-02-26/2024-03-01", "2024-02-26..2024-03-01"),
        ("They fought from Monday to Wednesday.", "2024-02-19/2024-02-21", "2024-02-19..2024-02-21"),
        ("They have fought since August.", "2023-08/..", "2023-08-01.."),
        ("They have fought since last week.", "2024-02-12/..", "2024-02-12.."),
        ("They have fought since the start of 2021.", "2021-01-01/..", "2021-01-01.."),
        ("They must leave by 1 March.", "../2024-03-01", "..2024-03-01"),
        ("They must leave by the end of next year.", "../2025-12-31", "..2025-12-31"),
        ("They will stay until 2026.", "../2026-12-31", "..2026-12-31"),
        ("They left before 2021.", "../2020-12-31", "..2020-12-31"),
        ("They left after August 2021.", "2021-09-01/..", "2021-09-01.."),
        ("They fought over the past two years.", "2022-02-22/2024-02-22", "2022-02-22..2024-02-22"),
        ("They fought in the last ten days.", "2024-02-12/2024-02-22", "2024-02-12..2024-02-22"),
        ("They will leave over the next three months.", "2024-02-22/2024-05-22", "2024-02-22..2024-05-22"),
        ("They must leave within 30 days.", "2024-02-22/2024-03-23", "2024-02-22..2024-03-23"),
        ("They will leave in two weeks.", "2024-03-04/2024-03-10", "2024-03-04..2024-03-10"),
        ("They marked the fifth anniversary of the attack of 3 August 2015.", "2020-08-03", "2020-08-03"),
        ("They marked the fifth anniversary of the attack.", "XXXX-XX-XX", ""),
        ("They must leave by 5 p.m. on Friday.", "../2024-02-23", "..2024-02-23"),
        ("They have fought since at least 2021.", "2021/..", "2021-01-01.."),
        ("They fought in recent months.", "/2024-02-22", ""),
        ("They will fight in the coming months.", "2024-02-22/", ""),
        ("They fought over the past few weeks.", "/2024-02-22", ""),
    ],
)
def test_ranges_open_ends_and_lengths(text: str, edtf: str, days: str) -> None:
    assert [row[1:] for row in found(text)] == [(edtf, days)]


@pytest.mark.parametrize(
    "text",
    [
        "The road is 2,500 km long.",
        "The army lost 1800 drones.",
        "Resolution 1970 and Resolutions 1929 and 2231 bind all states.",
        "They sold S-400 batteries and F-35 jets.",
        "They may march on for a second time.",
        "Theresa May will not resign.",
        "About 2000 soldiers fell; the second and the third company held.",
        "The 2000-strong force took a quarter of the town.",
        "The Arab Spring spread, and then came the fall of the town.",
        "It flew at 1945 GMT on flight 2015.",
        "He read the Sunday Times.",
        "The sun sat low on the march.",
        "It took two years and lasted 90 days.",
        "They won for the first time in two years.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_what_only_qualifies_a_noun_bounds_nothing() -> None:
    assert interval("Nothing has moved since the 2015 deal.", "2015") == "2015-01-01..2015-12-31"
    assert interval("Nothing moved before Tuesday's vote.", "Tuesday") == "2024-02-20"


def test_an_anniversary_is_counted_from_a_day_told_before() -> None:
    text = "The mill burned on 3 March 2021. Its owners will mark the third anniversary of the fire."
    assert interval(text, "anniversary") == "2024-03-03"
    assert interval(text.replace("2021", "1991"), "anniversary") == ""


def test_days_and_months_that_share_a_word() -> None:
    assert [row[1] for row in found("They met on 3 and 5 August 2021.")] == ["2021-08-03", "2021-08-05"]
    assert [row[1] for row in found("They met in January and March 2021.")] == ["2021-01", "2021-03"]


def test_without_a_publication_day_only_what_stands_alone_has_days() -> None:
    text = "On 3 August 2021 they met, as in the 1990s. They meet on Friday, on May 4, in June and next week."
    assert found(text, None) == [
        ("3 August 2021", "2021-08-03", "2021-08-03"),
        ("the 1990s", "199X", "1990-01-01..1999-12-31"),
        ("Friday", "XXXX-XX-XX", ""),
        ("May 4", "XXXX-05-04", ""),
        ("June", "XXXX-06", ""),
        ("next week", "XXXX-XX-XX", ""),
    ]


def test_words_already_cut_may_hold_a_whole_expression() -> None:
    words = ["Sales", "rose", "in", "mid-2021", "and", "on", "2022-03-04", "after", "third-quarter", "losses", "."]
    parse = onrecord.read_words([words])
    assert [(f.start, f.when.edtf) for f in find_dates(parse, THURSDAY)] == [
        (3, "2021-05/2021-08"),
        (6, "2022-03-04"),
        (8, "2023-35"),
    ]
