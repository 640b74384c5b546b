"""Whose finding a statement rests on."""

import pytest

from tests.weighing.reading import said

TOLD = "Iran had sent missiles to Russia"


@pytest.mark.parametrize(
    ("text", "family"),
    [
        (f"Citing the Tern Laboratory, British defence secretary Alice Hume said that {TOLD}.", "tern laboratory"),
        (
            f"The French government said on the strength of a study by the Tern Laboratory that {TOLD}.",
            "tern laboratory",
        ),
        (
            f"The French government said that {TOLD}, citing intelligence which Britain had gathered.",
            "france+united kingdom",
        ),
        (
            f"The French government said that {TOLD}, pointing to evidence which Britain had gathered from the wreck.",
            "france+united kingdom",
        ),
        (
            f"The French government said that {TOLD} and that evidence the Tern Laboratory collected proved it.",
            "tern laboratory",
        ),
        (f"As the Tern Laboratory has shown, {TOLD}, the French government said.", "tern laboratory"),
        (f"The French government said that {TOLD}, citing French intelligence.", "france"),
        (f"The French government said that {TOLD}.", "france"),
    ],
)
def test_an_official_goes_by_the_finding_of_others(text: str, family: str) -> None:
    families = {s.root.family for s in said(text) if s.root is not None and s.root.counted}
    assert family in families


@pytest.mark.parametrize(
    "text",
    [
        "The French government said it had information that Iran had sent missiles to Russia.",
        "The French government said it had evidence Iran had sent missiles to Russia.",
        "The French government said it had information that Iran supplied missiles to Russia.",
        "The French government said it had evidence Iran provided missiles to Russia.",
        "The French government said it had information that the Pier Star carried missiles from Iran to Russia.",
        "The French government said that Iran had sent missiles to Russia, in a shipment first reported by the Pier Courier.",
        "Iran sent missiles to Russia and asked Kyiv for evidence, the French government said.",
        "Iran sent missiles to Russia, and experts gave the Iranians enough evidence of it, the French government said.",
    ],
)
def test_who_a_finding_is_about_or_goes_to_is_not_whose_it_is(text: str) -> None:
    assert {s.root.family for s in said(text) if s.root is not None and s.root.counted} == {"france"}


def test_to_confirm_a_report_is_not_to_rest_on_it() -> None:
    found = said(f"The French government confirmed a report by the Tern Laboratory that {TOLD}.")
    assert "tern laboratory" not in {
        s.root.family for s in found if s.root is not None and s.source == "The French government"
    }
