"""Bytes into text, or a plain word on what the bytes are instead."""

import codecs
import re
import unicodedata
from collections import Counter

from onrecord.acquiring.wording import READABLE
from onrecord.errors import NotTextError

__all__ = ["decode"]

_MARKS = (  # the longer mark first: UTF-32's begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_KINDS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF87a", "a GIF picture"),
    (b"GIF89a", "a GIF picture"),
    (b"RIFF", "a WebP picture, or sound or video"),
    (b"ID3", "a sound file"),
    (b"OggS", "a sound or video file"),
    (b"\x1aE\xdf\xa3", "a video file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
)
_NEEDS_NUL = {b"RIFF", b"ID3", b"OggS", b"BZh"}  # four letters could also begin a sentence
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_CHARSETS = re.compile(
    r"iso8859-(?!1$)\d+|cp(125\d|866|874|932|949)|koi8-[ru]|mac-(roman|cyrillic)|tis-620"
    r"|gb(2312|k|18030)|big5(hkscs)?|euc_(jp|kr)|shift_jis"
)
"""Declared charsets that are believed, by Python's names. Latin-1 is left out: browsers read it as Windows-1252."""
_STRANGE = frozenset({"Cc", "Cn", "Co", "Cs"})
_SAMPLE = 65_536


def decode(data: bytes, where: str, charset: str | None = None) -> str:
    """Return the text that ``data`` holds, every character and line end as it stands (a byte order mark is not text).

    Believed in this order: a byte order mark; UTF-8, if the bytes are valid (text in another encoding practically never
    is, while servers declare one without looking); the charset that the server, then the page itself, declares;
    Windows-1252. UTF-16 and UTF-32 without a mark are told by where their zero bytes stand.

    Args:
        data: the whole file or page.
        where: its name, for messages.
        charset: what the HTTP header declared, if anything.

    Raises:
        NotTextError: empty, binary (named where its kind is known), damaged, or nothing but white space.
    """
    if not data:
        raise NotTextError(where, "nothing (it is empty)", READABLE)
    text = _text(data, where, charset)
    if not text or text.isspace():
        raise NotTextError(where, "nothing but white space", READABLE)
    if not _looks_like_text(text):
        raise NotTextError(where, "binary data", READABLE)
    return text


def _text(data: bytes, where: str, charset: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(name)
            except UnicodeDecodeError as error:
                got = f"bytes marked as {name.upper()} that are not (first at byte {len(mark) + error.start:,})"
                raise NotTextError(where, got, READABLE) from error
    for magic, kind in _KINDS:
        if data.startswith(magic) and (magic not in _NEEDS_NUL or b"\x00" in data[:_SAMPLE]):
            raise NotTextError(where, kind, READABLE)
    for name in _candidates(data, charset):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    got = "binary data" if b"\x00" in data else "bytes that are neither UTF-8 nor Windows-1252 text"
    raise NotTextError(where, got, READABLE)


def _candidates(data: bytes, charset: str | None) -> list[str]:
    """Name the encodings to try, best first; none for bytes that can only be binary."""
    if b"\x00" in data:
        return _wide(data)
    declared = [name for name in (_known(charset), _known(_declared_inside(data))) if name]
    return ["utf-8", *declared, "cp1252"]


def _declared_inside(data: bytes) -> str | None:
    """Return the charset a page names in its first kilobyte; a text that merely mentions one is no page."""
    head = data[:1024].lstrip()
    if not head.startswith(b"<"):
        return None
    found = _XML_CHARSET.match(head) or _META_CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def _known(label: str | None) -> str | None:
    """Return Python's name for a charset label, or None for labels that no text is written in."""
    try:
        name = codecs.lookup(label).name if label else None
    except (LookupError, ValueError):
        return None
    return name if name and _CHARSETS.fullmatch(name) else None


def _wide(data: bytes) -> list[str]:
    """Guess UTF-16 or UTF-32 without a mark: in English nearly every high byte is zero, and nearly no low byte."""
    sample = data[: _SAMPLE // 4 * 4]
    zeros = [sample[lane::4].count(0) / max(1, len(sample[lane::4])) for lane in range(4)]
    high, low = 0.7, 0.1
    if len(data) % 4 == 0 and min(zeros[1:]) > high and zeros[0] < low:
        return ["utf-32-le"]
    if len(data) % 4 == 0 and min(zeros[:3]) > high and zeros[3] < low:
        return ["utf-32-be"]
    if len(data) % 2 == 0 and min(zeros[1], zeros[3]) > high and max(zeros[0], zeros[2]) < low:
        return ["utf-16-le"]
    if len(data) % 2 == 0 and min(zeros[0], zeros[2]) > high and max(zeros[1], zeros[3]) < low:
        return ["utf-16-be"]
    return []


def _looks_like_text(text: str) -> bool:
    """Say whether at most one character in ten is a control, an unassigned code point or for private use."""
    counts = Counter(text[:_SAMPLE])
    strange = sum(n for c, n in counts.items() if unicodedata.category(c) in _STRANGE and not c.isspace())
    return strange * 10 <= counts.total()
