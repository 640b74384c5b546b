"""Which format a file has, and its parties."""

import csv
import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, cast

from onrecord.errors import ListError
from onrecord.records.listings import Fault, Listing, ListName
from onrecord.screening.loading import eu, ftm, ofac_csv, ofac_xml, uk, un
from onrecord.screening.loading.common import Lines
from onrecord.screening.loading.xml import root_of

__all__ = ["File", "load_list", "made_on"]

File = tuple[str, BinaryIO]
"""What a message calls a file, and the file at its beginning."""
_HEAD = 4096
_GZIP = b"\x1f\x8b"
_XML: dict[ListName, tuple[str, Callable[[BinaryIO, str], Iterator[Listing | Fault]]]] = {
    ListName.UN: (un.ROOT, un.load_un),
    ListName.EU: (eu.ROOT, eu.load_eu),
    ListName.UK: (uk.ROOT, uk.load_uk_xml),
    ListName.OFAC: (ofac_xml.ROOT, ofac_xml.load_ofac_xml),
}
_EXPECTED = {
    ListName.OFAC: "sdn.csv with alt.csv and add.csv (or cons_*), or sdn_advanced.xml",
    ListName.UN: "the consolidated list in XML",
    ListName.EU: "the consolidated list in XML (FSF 1.1)",
    ListName.UK: "the UK Sanctions List in XML or CSV, or ConList.csv",
    ListName.FTM: "FollowTheMoney JSON lines, or targets.simple.csv",
}


def load_list(which: ListName, files: Sequence[File]) -> Iterator[Listing | Fault]:
    """Yield the parties of one list's files, and what could not be read of them.

    Args:
        which: whose list.
        files: one file, or OFAC's several CSV files; gzip is undone.

    Raises:
        ListError: a file is not of any format of that list.
    """
    opened = [(path, *_opened(stream)) for path, stream in files]
    texts: list[tuple[str, Lines]] = []
    for path, head, stream in opened:
        root = root_of(head)
        if head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")[:1] == b"<" or "<\x00" in head[:8].decode("latin-1"):
            expected, load = _XML.get(which, ("", None))
            tag = root.strip("<>/ ").partition(" ")[0].rpartition(":")[2]
            if load is None or tag != expected:
                raise ListError(path, f"XML that begins with {root[:60]!r}", _EXPECTED[which])
            yield from load(stream, path)
        else:
            texts.append((path, _lines(stream)))
    if texts:
        yield from _from_text(which, texts, opened)


def _from_text(
    which: ListName, texts: Sequence[tuple[str, Lines]], opened: Iterable[tuple[str, bytes, BinaryIO]]
) -> Iterator[Listing | Fault]:
    heads = {path: head for path, head, _ in opened}
    if which is ListName.OFAC:
        for path, _ in texts:
            if _width(heads[path]) not in ofac_csv.COLUMNS:
                raise ListError(path, f"{_shown(heads[path])!r}", _EXPECTED[which])
        yield from ofac_csv.load_ofac_csv(texts)
        return
    for path, lines in texts:
        first = {c.strip().lower() for line in _start(heads[path]).splitlines()[:3] for c in line.split(",")}
        if which is ListName.UK and "name 6" in first:
            yield from uk.load_uk_csv(lines, path)
        elif which is ListName.FTM and first >= ftm.SIMPLE_COLUMNS:
            yield from ftm.load_simple(lines, path)
        elif which is ListName.FTM and _start(heads[path]).lstrip().startswith("{"):
            yield from ftm.load_ftm(lines, path)
        else:
            raise ListError(path, f"{_shown(heads[path])!r}", _EXPECTED[which])


def made_on(which: ListName, head: bytes) -> str | None:
    """Return what a file's beginning says of the day it was made, as it says it; None where the format says nothing.

    Args:
        which: whose list.
        head: the first bytes, gzip undone.
    """
    if which in (ListName.UN, ListName.EU, ListName.UK):
        root = root_of(head)
        for name in ("dateGenerated", "generationDate", "DateGenerated"):
            _, found, rest = root.partition(f'{name}="')
            if found:
                return rest.partition('"')[0]
    if which is ListName.UK:
        first = next(iter(_start(head).splitlines()), "")
        for name in ("Last Updated,", "Report Date:"):
            if first.startswith(name) and len(first) < 60:
                return first.removeprefix(name).strip(" ,")
    if which is ListName.OFAC and "<DateOfIssue" in (text := _start(head)):
        return _issued(text)
    return None


def _issued(text: str) -> str | None:
    told = text.partition("<DateOfIssue")[2].partition("</DateOfIssue>")[0]
    parts = [told.partition(f"<{p}>")[2].partition("<")[0].strip() for p in ("Year", "Month", "Day")]
    return "-".join(p.zfill(2) for p in parts) if all(p.isdigit() for p in parts) else None


def _opened(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return a file's beginning and the file, gzip undone."""
    zipped = stream.read(2) == _GZIP
    stream.seek(0)
    plain = cast("BinaryIO", gzip.GzipFile(fileobj=stream)) if zipped else stream
    head = plain.read(_HEAD)
    plain.seek(0)
    return head, plain


def _lines(stream: BinaryIO) -> Lines:
    for number, line in enumerate(stream, 1):
        yield (
            number,
            (line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
            .decode("utf-8", "replace")
            .replace("\x00", ""),
        )


def _start(head: bytes) -> str:
    return head.decode("utf-8", "replace").lstrip("\ufeff")


def _shown(head: bytes) -> str:
    return next(iter(_start(head).splitlines()), "")[:60]


def _width(head: bytes) -> int:
    try:
        return len(next(csv.reader([_shown_whole(head)], strict=True), []))
    except csv.Error:
        return 0


def _shown_whole(head: bytes) -> str:
    return next(iter(_start(head).splitlines()), "")
