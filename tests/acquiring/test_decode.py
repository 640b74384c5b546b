"""Bytes into text."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.acquiring.decode import decode
from onrecord.errors import NotTextError

SAID = "“Non,” said Amir-Abdollahian – naïve café."


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028"])
def test_text_is_kept_to_the_character(newline: str) -> None:
    text = f"  A headline{newline}{newline}\tHe said no. {newline}"
    assert decode(text.encode(), "a.txt") == text


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_is_no_text(mark: bytes, name: str) -> None:
    assert decode(mark + SAID.encode(name), "a.txt", charset="koi8-r") == SAID


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_told(name: str) -> None:
    assert decode((SAID * 3).encode(name), "a.txt") == SAID * 3


def test_utf8_wins_over_a_declared_charset() -> None:
    assert decode(SAID.encode(), "a", charset="iso-8859-1") == SAID
    assert decode(SAID.encode(), "a", charset="windows-1251") == SAID


@pytest.mark.parametrize("charset", ["windows-1251", "koi8-r", "CP866", "gbk"])
def test_a_declared_charset_is_believed(charset: str) -> None:
    text = "The agency ТАСС said so on Monday."
    assert decode(text.encode(charset), "a", charset=charset) == text


def test_the_page_may_declare_it_and_the_server_outranks_the_page() -> None:
    page = '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"><title>ТАСС</title>'
    assert decode(page.encode("windows-1251"), "a") == page
    assert decode(page.encode("koi8-r"), "a", charset="koi8-r") == page
    xml = '<?xml version="1.0" encoding="koi8-r"?><html>ТАСС</html>'
    assert decode(xml.encode("koi8-r"), "a") == xml


def test_a_text_that_mentions_a_charset_declares_none() -> None:
    text = 'The manual says: <meta charset="koi8-r"> is naïve.'
    assert decode(text.encode("cp1252"), "a.txt") == text


@pytest.mark.parametrize(
    "charset", [None, "latin-1", "us-ascii", "iso-8859-1", "no-such", "hex", "zlib", "idna", "rot13", "\x00"]
)
def test_the_rest_is_windows_1252(charset: str | None) -> None:
    assert decode(SAID.encode("cp1252"), "a.txt", charset) == SAID


@pytest.mark.parametrize(
    ("data", "got"),
    [
        (b"", "nothing (it is empty)"),
        (b" \r\n\t\xc2\xa0\n", "nothing but white space"),
        (codecs.BOM_UTF8, "nothing but white space"),
        (b"%PDF-1.7\n1 0 obj", "a PDF file"),
        (b"PK\x03\x04\x14\x00", "a ZIP archive or office document"),
        (b"\x89PNG\r\n\x1a\n\x00", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG picture"),
        (b"\x7fELF\x02\x01", "a program"),
        (b"\x1f\x8b\x08\x00", "a gzip file"),
        (b"{\\rtf1\\ansi He said.}", "an RTF document"),
        (b"RIFF\x24\x00\x00\x00WEBP", "a WebP picture, or sound or video"),
        (b"He said\x00 no and left.", "binary data"),
        (b"\x00\x01\x02\x03" * 50, "binary data"),
        (bytes(range(1, 32)) * 4, "binary data"),
        (b"\x81\x8d\x8f said", "bytes that are neither UTF-8 nor Windows-1252 text"),
        (codecs.BOM_UTF16_LE + b"a", "bytes marked as UTF-16-LE that are not (first at byte 2)"),
        (codecs.BOM_UTF8 + b"ab\xff", "bytes marked as UTF-8 that are not (first at byte 5)"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, got: str) -> None:
    with pytest.raises(NotTextError) as caught:
        decode(data, "a.txt")
    assert str(caught.value) == f"a.txt: got {got}; expected plain text, Markdown or HTML"


@pytest.mark.parametrize("text", ["RIFF raff, he said.", "ID3 is a tag, he said.", "BZh, he said."])
def test_a_sentence_may_begin_like_a_file_format(text: str) -> None:
    assert decode(text.encode(), "a.txt") == text


@given(st.text(st.characters(exclude_characters="\x00", exclude_categories=("Cc", "Cn", "Co", "Cs")), min_size=1))
def test_any_readable_text_survives(text: str) -> None:
    if not text.isspace() and not text.startswith(("\ufeff", "%PDF-", "{\\rtf", "GIF8")):
        assert decode(text.encode(), "a.txt") == text


@given(st.binary(), st.none() | st.sampled_from(["utf-16", "gbk", "shift_jis", "iso2022_jp", "utf-7", "x" * 99]))
def test_any_bytes_are_text_or_refused(data: bytes, charset: str | None) -> None:
    try:
        text = decode(data, "a.txt", charset)
    except NotTextError:
        return
    assert text.strip()
    text.encode("utf-8")
