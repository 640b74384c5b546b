"""How sure something is, told by a noun or an adjective of being."""

import pytest

import onrecord
from onrecord.records import Stance

TOLD = "Norway had sold drones to Chile"


@pytest.mark.parametrize(
    ("stance", "text"),
    [
        (Stance.ASSERTS, f"There is no doubt that {TOLD}, the Peruvian minister said."),
        (Stance.ASSERTS, "“The pictures leave no doubt: Norway has sold drones to Chile,” the Peruvian minister said."),
        (Stance.WITHHOLDS, f"There was no confirmation that {TOLD}, the Peruvian minister said."),
        (Stance.WITHHOLDS, "The Peruvian minister said the reports were being studied and could not be confirmed."),
        (Stance.DOUBTS, f"The Peruvian minister said there was good reason to doubt that {TOLD}."),
        (Stance.DOUBTS, f"The Peruvian minister said it was doubtful that {TOLD}."),
        (Stance.DEMANDS, "“It is high time for Peru to lift the sanctions on Tern Motors,” the senator said."),
        (Stance.DENIES, "The Chilean minister said that no contract had been signed with Norway to build drones."),
        (Stance.DENIES, "There was no contract with Norway to build drones, the Chilean embassy said."),
        (Stance.ASSERTS, "Norway no longer disputes that it had sold drones to Chile."),
        (Stance.RETRACTS, f"The Bergen Post no longer stands by its report that {TOLD}."),
    ],
)
def test_what_is_said_of_it(stance: Stance, text: str) -> None:
    events = {e.id: e for e in onrecord.read(text).events}
    statement = next(s for s in onrecord.read(text).statements if s.cue is not None)
    holds = [dict(events[e].factuality).get(statement.id) for e in statement.events or ()]
    denied = statement.stance is Stance.ASSERTS and any(value == "CT-" for value in holds)
    assert (Stance.DENIES if denied else statement.stance) is stance


def test_the_condition_of_a_clause_that_has_one_for_its_subject() -> None:
    text = "That Norway sold drones to Chile would have consequences if it were proved, the Peruvian minister said."
    found = next(s for s in onrecord.read(text).statements if s.cue is not None)
    assert found.condition is not None
    assert found.condition.text == "if it were proved"
