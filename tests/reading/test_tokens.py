"""Words are cut as the English treebanks of Universal Dependencies cut them."""

import pytest

from onrecord.reading.tokens import MAX_WORD, cut


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in cut(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't, can't or won't go", "I do n't , ca n't or wo n't go"),
        ("It’s theirs; they’ve said we’ll pay", "It ’s theirs ; they ’ve said we ’ll pay"),
        ("they couldn’t and CAN'T", "they could n’t and CA N'T"),
        ("We cannot. Cannot we?", "We can not . Can not we ?"),
        ("Iran's and the U.S.'s", "Iran 's and the U.S. 's"),
        ("the workers' rights", "the workers ' rights"),
        ("we're gonna wanna", "we 're gon na wan na"),
        ("in the '90s and 1980s", "in the '90s and 1980s"),
        ("Sana'a, O'Brien and Sha’ban", "Sana'a , O'Brien and Sha’ban"),
    ],
)
def test_apostrophes(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Iran-backed", "Iran - backed"),
        ("state-of-the-art", "state - of - the - art"),
        ("al-Assad", "al - Assad"),
        ("Fath-360 and F-16", "Fath - 360 and F - 16"),
        ("COVID-19", "COVID - 19"),
        ("2015-2020", "2015 - 2020"),
        ("5–6 p.m. today", "5 – 6 p.m. today"),
        ("an e-mail, co-founded", "an e-mail , co-founded"),
        ("anti-American non-state pro-Russia mid-June", "anti-American non-state pro-Russia mid-June"),
        ("Inter-Services", "Inter - Services"),
        ("-all of which", "- all of which"),
        ("arms–all—of--it", "arms – all — of -- it"),
        ("US/UK", "US / UK"),
        ("713-853-3989", "713-853-3989"),
    ],
)
def test_hyphens_dashes_and_slashes(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("$70 or US$70 or £1,000.5m", "$ 70 or US $ 70 or £ 1,000.5 m"),
        ("10% of 3.5", "10 % of 3.5"),
        ("at 7:30pm on 02/13/2024", "at 7:30 pm on 02/13/2024"),
        ("300km, 1.5bn and 1,200kg", "300 km , 1.5 bn and 1,200 kg"),
        ("the 2nd and 50,000th", "the 2nd and 50,000th"),
        ("[18,19,20]", "[ 18 , 19 , 20 ]"),
        ("#1 on 9/11", "# 1 on 9/11"),
        ("+98 21", "+98 21"),
    ],
)
def test_numbers(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/a-b?c=d.", "see https://example.org/a-b?c=d ."),
        ("(www.example.org/x)", "( www.example.org/x )"),
        ("to a.b@example.org, now", "to a.b@example.org , now"),
        ("@onrecord_1: #sanctions", "@onrecord_1 : #sanctions"),
        ("example.com said", "example.com said"),
        ("AT&T and R&D", "AT&T and R&D"),
    ],
)
def test_addresses_and_names_stay_whole(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mr. Lane of the U.S. Senate", "Mr. Lane of the U.S. Senate"),
        ("on Sept. 5 at 9 a.m. Friday", "on Sept. 5 at 9 a.m. Friday"),
        ("made in the U.S.", "made in the U.S ."),
        ("in the U.S. The plant", "in the U.S . The plant"),
        ("by 9 p.m. Police left", "by 9 p.m . Police left"),
        ("ranked No. 5. He said no. Then", "ranked No. 5 . He said no . Then"),
        ("J. Lane and Ali R. Lane", "J. Lane and Ali R. Lane"),
        ("They have no plan B. The end", "They have no plan B . The end"),
        ("he posted on X. “Ships sail", "he posted on X . “ Ships sail"),
        ("he posted on X. Lane left", "he posted on X . Lane left"),
        ("J.D. Lane holds a Ph.D. from Leeds", "J.D. Lane holds a Ph.D. from Leeds"),
        ("trucks, vans, etc.", "trucks , vans , etc ."),
        ("SEN. LANE, MR. LANE", "SEN. LANE , MR. LANE"),
    ],
)
def test_full_stops_of_abbreviations(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"So,\" `it` ``is''", "\" So , \" ` it ` `` is ''"),
        ("“a” ‘b’ «c» „d‟ ‹e›", "“ a ” ‘ b ’ « c » „ d ‟ ‹ e ›"),
        ("wait... what?!", "wait ... what ?!"),
        ("[sic] (yes)", "[ sic ] ( yes )"),
    ],
)
def test_marks_are_words(text: str, expected: str) -> None:
    assert " ".join(words(text)) == expected


@pytest.mark.parametrize(
    "word",
    ["👩‍👩‍👧", "🏳️‍🌈", "👍🏽", "🇮🇷", "cafe\u0301", "नमस्ते", "مُحَمَّد", "1️⃣", "a\u00adb", "می\u200cشود"],
)
def test_what_is_drawn_as_one_stays_one(word: str) -> None:
    assert words(f"so {word}, yes") == ["so", word, ",", "yes"]


def test_scripts_without_spaces_are_cut_to_length() -> None:
    assert [len(word) for word in words("ก" * 250)] == [MAX_WORD, MAX_WORD, 50]


def test_only_the_given_range_is_cut() -> None:
    assert cut("one two three", 4, 7) == [(4, 7)]
