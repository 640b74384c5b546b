"""A second opinion needs an extra, and says so in one line."""

import importlib.util

import pytest

from onrecord.errors import SettingsError
from onrecord.records.listings import ListedName, Listing, PartyKind
from onrecord.screening import second_opinion

VESNA = Listing("1", PartyKind.VESSEL, (ListedName("PORT VESNA-3"),))


@pytest.mark.skipif(importlib.util.find_spec("nomenklatura") is not None, reason="the extra is installed")
def test_without_the_extra_one_line_says_how_to_get_it() -> None:
    with pytest.raises(
        SettingsError, match=r"--second-opinion: got no module \w+; expected pip install 'onrecord\[ftm\]'"
    ):
        second_opinion("Port Vesna 3", VESNA)


@pytest.mark.skipif(importlib.util.find_spec("nomenklatura") is None, reason="needs the extra ftm")
def test_with_the_extra_a_name_is_like_itself() -> None:
    assert second_opinion("Port Vesna 3", VESNA) > 0.9
