"""The gazetteer: names in any case and accent, acronyms and common words in their own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import RegisterError
from onrecord.registers import Body, BodyKind, How, Outlet, OutletKind, State, gazetteer
from onrecord.registers.gazetteer import load_gazetteer, named

from .conftest import Spoil


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        ("Iran", "Iran", How.NAME),
        ("IRAN", "Iran", How.NAME),
        ("iran", "Iran", How.NAME),
        ("Iranian", "Iran", How.ADJECTIVE),
        ("Tehran", "Iran", How.CAPITAL),
        ("US", "United States", How.ALIAS),
        ("U.S.", "United States", How.ALIAS),
        ("the United States", "United States", How.NAME),
        ("Washington", "United States", How.CAPITAL),
        ("the UK", "United Kingdom", How.ALIAS),
        ("Türkiye", "Turkey", How.ALIAS),
        ("TURKEY", "Turkey", How.NAME),
        ("Burma", "Myanmar", How.ALIAS),
        ("DPRK", "North Korea", How.ALIAS),
        ("Republic of Korea", "South Korea", How.ALIAS),
        ("Singapore", "Singapore", How.NAME),
        ("Côte d’Ivoire", "Ivory Coast", How.ALIAS),
        ("Sana’a", "Yemen", How.CAPITAL),
        ("Kiev", "Ukraine", How.CAPITAL),
    ],
)
def test_states(text: str, name: str, how: How) -> None:
    match = gazetteer().state(text)
    assert match is not None
    assert (match.state.name, match.how) == (name, how)


@pytest.mark.parametrize("text", ["us", "Us", "turkey", "chad", "polish", "", "the", "Atlantis", "uk"])
def test_what_is_no_state(text: str) -> None:
    assert gazetteer().state(text) is None


def test_bodies() -> None:
    names = gazetteer()
    kremlin, guards = names.body("the Kremlin"), names.body("Revolutionary Guards")
    assert kremlin is not None
    assert (kremlin.kind, kremlin.state) == (BodyKind.GOVERNMENT, "Russia")
    assert guards is not None
    assert guards.name == "Islamic Revolutionary Guard Corps"
    union, palace = names.body("EU"), names.body("Élysée")
    assert union is not None
    assert (union.name, union.kind, union.state) == ("European Union", BodyKind.ORGANISATION, None)
    assert palace is not None
    assert palace.state == "France"
    assert names.body("eu") is None
    assert names.body("who") is None


def test_outlets() -> None:
    names = gazetteer()
    agency, platform = names.outlet("AP"), names.outlet("X")
    assert agency is not None
    assert (agency.name, agency.kind) == ("Associated Press", OutletKind.AGENCY)
    assert platform is not None
    assert platform.kind is OutletKind.PLATFORM
    for word in ("ap", "x", "time", "sun", "signal", "the hill", "national", "telegram"):
        assert names.outlet(word) is None
    for word in ("Time", "the Sun", "the Hill", "The Guardian", "AFP", "Al-Jazeera", "KCNA"):
        assert names.outlet(word) is not None


def test_the_least_numbers() -> None:
    names = gazetteer()
    assert len(names.states) >= 195
    assert len({state.iso for state in names.states}) == len(names.states)
    assert len(names.outlets) >= 160
    assert len(names.bodies) >= 100


def test_every_name_leads_back() -> None:
    names = gazetteer()
    for state in names.states:
        assert all(match.state is state for n in named(state) if (match := names.state(n)) is not None)
        assert all(names.state(n) is not None for n in named(state))
    assert all(names.body(n) is body for body in names.bodies for n in named(body))
    assert all(names.outlet(n) is outlet for outlet in names.outlets for n in named(outlet))


def test_no_mark_is_left_in_a_name() -> None:
    names = gazetteer()
    entries: list[State | Body | Outlet] = [*names.states, *names.bodies, *names.outlets]
    for entry in entries:
        assert not any(name.startswith("=") for name in named(entry))
        assert entry.cased <= set(named(entry))


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(text: str) -> None:
    names = gazetteer()
    for found in (names.state(text), names.body(text), names.outlet(text)):
        assert found is None or text.strip()


def test_a_name_with_two_meanings_is_an_error(spoiled: Spoil) -> None:
    folder = spoiled("gazetteer/states.csv", "Iraq,", "Iraq,IQ,Iraqi,Baghdad,Persia,[Iraq] lies on two rivers.")
    with pytest.raises(RegisterError, match="got 'persia' for Iran and for Iraq; expected one meaning a name"):
        load_gazetteer(folder)


def test_an_iso_code_has_two_capitals(spoiled: Spoil) -> None:
    folder = spoiled("gazetteer/states.csv", "Iraq,", "Iraq,IRQ,Iraqi,Baghdad,,[Iraq] lies on two rivers.")
    with pytest.raises(RegisterError, match="got iso 'IRQ'; expected two capitals"):
        load_gazetteer(folder)
