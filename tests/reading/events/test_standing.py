"""How a measure stands, by what its clause says of it."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway eased its sanctions on Chile.", "eased"),
        ("Norway broadened its ban on exports to Chile.", "extended"),
        ("Russia vetoed sanctions on Chile.", "blocked"),
        ("Norway floated a proposal for sanctions on Chile.", "proposed"),
        ("Norway is preparing sanctions on Chile.", "threatened"),
        ("Sanctions on Chile are being prepared by Norway.", "threatened"),
        ("Norway is weighing sanctions on Chile.", "proposed"),
        ("Chile is weighing the effect of Norwegian sanctions.", "in force"),
        ("Chile considers the Norwegian sanctions an act of war.", "in force"),
        ("Moscow considers the sanctions on Chile illegal.", "in force"),
        ("Norwegian sanctions on Chile are considered the toughest in the world.", "in force"),
        ("Investors weighed the Norwegian sanctions on Chile.", "in force"),
        ("Norway has prepared the sanctions on Chile carefully.", "in force"),
        ("The ministers pleaded with Norway to impose sanctions on Chile.", "demanded"),
        ("Norway is preparing to impose sanctions on Chile.", "threatened"),
        ("The American sanctions on Chile are in abeyance.", "suspended"),
        ("The American travel ban on Chile applies once more.", "restored"),
        ("Chile is forbidden to buy Norwegian tanks.", "in force"),
        ("Norway put an end to its embargo on Chile.", "lifted"),
        ("Two brothers were convicted of breaking the embargo on Chile.", "violated"),
        ("Norway dodged the embargo on Chile.", "evaded"),
        ("Arms may no longer be sold to Chile.", "in force"),
    ],
)
def test_status(text: str, status: str) -> None:
    found = onrecord.read(text).measures
    assert [m.status.value for m in found] == [status], text


def test_a_question_dodged_is_silence_and_an_embargo_dodged_is_none() -> None:
    said = [s.stance and s.stance.value for s in onrecord.read("The minister dodged the question.").statements]
    assert "declines" in said
    done = [s.stance and s.stance.value for s in onrecord.read("The minister dodged the embargo on Chile.").statements]
    assert "declines" not in done
