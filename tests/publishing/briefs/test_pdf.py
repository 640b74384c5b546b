"""A brief as PDF: text that can be read and copied, tagged, and nothing fetched for it."""

import builtins
import socket
from typing import Any

import pypdfium2
import pytest

from onrecord.errors import SettingsError
from onrecord.publishing.briefs import brief_as_pdf
from onrecord.publishing.briefs.pdf import _refuse
from tests.publishing.briefs.made import brief_of


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_it_has_text_tags_and_a_title() -> None:
    made = pypdfium2.PdfDocument(brief_as_pdf(brief_of("Iran has sent missiles to Russia")))
    text = " ".join(made[0].get_textpage().get_text_range().split())
    assert "Brief: Iran has sent missiles to Russia" in text
    assert "not reviewed" in text
    assert "1 of 1" in text
    assert made.is_tagged()
    assert made.get_metadata_value("Title") == "Brief: Iran has sent missiles to Russia"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert brief_as_pdf(brief_of("<img src=https://evil.example/x.png>", url="https://evil.example/")).startswith(
        b"%PDF"
    )
    with pytest.raises(ValueError, match="needs nothing"):
        _refuse("https://evil.example/")


def test_without_the_extra_one_line_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            raise ModuleNotFoundError("No module named 'weasyprint'", name="weasyprint")
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SettingsError, match=r"got no module weasyprint; expected pip install 'onrecord\[pdf\]'"):
        brief_as_pdf(brief_of("x"))
