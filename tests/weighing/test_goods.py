"""What a phrase names by the register of weapons."""

from onrecord.weighing.goods import line_of, weapons_in


def test_what_is_called_by_its_launcher_is_what_it_fires() -> None:
    named = {w.name for w in weapons_in("122 mm Grad rockets")}
    assert named == {"Grad", "artillery rocket"}
    assert {w.name for w in weapons_in("Grad launchers")} == {"Grad"}
    assert "rocket launcher" in line_of("Grad")
