"""Offices held and no longer held, and whom they speak for."""

import pytest

import onrecord


@pytest.mark.parametrize(
    ("text", "role", "speaks_for"),
    [
        ("Polish Defence Minister Jan Novak said the tanks were late.", "Polish Defence Minister", "Poland"),
        ("Former Polish Defence Minister Jan Novak said the tanks were late.", "Former Polish Defence Minister", None),
        (
            "Jan Novak, a former Polish defence minister, said the tanks were late.",
            "former Polish defence minister",
            None,
        ),
        (
            "They met the minister for defence, Jan Novak, in May. Novak said the tanks were late.",
            "minister for defence",
            None,
        ),
        ("Then-Foreign Minister Sergei Lavrov said the road was open.", "Foreign Minister", "Russia"),
        (
            "Jan Novak, spokesman for Halden Marine, said the hull was sound.",
            "spokesman for Halden Marine",
            "Halden Marine",
        ),
    ],
)
def test_an_office_and_whom_it_speaks_for(text: str, role: str, speaks_for: str | None) -> None:
    source = onrecord.read(text).statements[0].source
    assert source is not None
    assert (source.role, source.speaks_for) == (role, speaks_for)


def test_an_attache_without_an_accent_speaks_for_the_state() -> None:
    text = "Iran's embassy in Oslo rejected the report. Its press attache, Behrouz Saeedi, said it was false."
    last = onrecord.read(text).statements[-1]
    assert last.source is not None and last.source.speaks_for == "Iran"
