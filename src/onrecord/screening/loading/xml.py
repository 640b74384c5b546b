"""Large XML files entry by entry, without ever reading a document type.

The text between an entry's tags is cut out and parsed alone. So no entity but XML's own five can be expanded and nothing can
be fetched (there is no document type to declare any), memory is bound by the largest entry, and a malformed entry spoils
nothing but itself.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree import ElementTree as ET

from onrecord.records.listings import Fault

__all__ = ["Entry", "Node", "cut_entries", "root_of"]

_BLOCK = 1 << 16  # bytes
_LARGEST = 4_000_000
"""Characters of the largest entry; the largest of the UN's list has 20,000, OFAC's reference tables 1,500,000."""
_DEEPEST = 40  # levels; the published schemas need 12
_ENCODING = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_TAG = re.compile(r"<(?!\?|!)/?[^>]*>")
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):(?=[A-Za-z_])")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class Node:
    """An element without its namespaces; what is missing reads as "" or nothing."""

    __slots__ = ("_element",)

    def __init__(self, element: ET.Element) -> None:
        """Take the parsed element."""
        self._element = element

    @property
    def tag(self) -> str:
        """The name without its namespace."""
        return str(self._element.tag).rpartition("}")[2]

    @property
    def text(self) -> str:
        """All text below, with single spaces."""
        return " ".join(" ".join(self._element.itertext()).split())

    def get(self, name: str) -> str:
        """Return an attribute, "" if there is none."""
        return " ".join(self._element.get(name, "").split())

    def children(self, name: str | None = None) -> list["Node"]:
        """Return the children of a name, or all."""
        found = (Node(child) for child in self._element)
        return [child for child in found if name is None or child.tag == name]

    def all(self, *path: str) -> list["Node"]:
        """Return the elements at the end of a path."""
        here = [self]
        for step in path:
            here = [child for node in here for child in node.children(step)]
        return here

    def first(self, *path: str) -> str:
        """Return the text of the first element at the end of a path, "" if there is none."""
        found = self.all(*path)
        return found[0].text if found else ""

    def texts(self, *path: str) -> list[str]:
        """Return the texts, not empty, of all elements at the end of a path."""
        return [t for t in (node.text for node in self.all(*path)) if t]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file.

    Attributes:
        tag: its element's name.
        line: of the file, where it begins.
        node: what it holds.
    """

    tag: str
    line: int
    node: Node


def root_of(head: bytes) -> str:
    """Return the first tag of a file's beginning, as it stands there; "" if there is none."""
    text = head.decode(_encoding(head), "replace")
    found = next((m[0] for m in _TAG.finditer(text)), "")
    return " ".join(found.split())


def cut_entries(stream: BinaryIO, path: str, tags: Iterable[str]) -> Iterator[Entry | Fault]:
    """Yield the entries of a stream, and a fault for each that is malformed, with its line.

    Args:
        stream: XML in any encoding it declares.
        path: the file, as a message names it.
        tags: names of the elements that are entries; they must not hold one another.
    """
    names = "|".join(map(re.escape, tags))
    opening = re.compile(rf"<(?:[\w.-]+:)?({names})(?=[\s/>])[^>]*>")
    text, line, ended = "", 1, False
    decoded = _decoded(stream)
    while True:
        found = opening.search(text)
        if found is None:
            if ended:
                return
            # What may be the beginning of a tag is kept; everything before it is done with.
            keep = text.rfind("<")
            done, text = (text, "") if keep < 0 or len(text) - keep > _BLOCK else (text[:keep], text[keep:])
            line += done.count("\n")
        else:
            line += text.count("\n", 0, found.start())
            text = text[found.start() :]
            whole = _whole(text, found)
            if whole is not None:
                yield _parsed(text[:whole], found[1], path, line)
                line += text.count("\n", 0, whole)
                text = text[whole:]
                continue
            if ended or len(text) > _LARGEST:
                got = "no end of it" if ended else f"more than {_LARGEST:,} characters"
                yield Fault(f"{path}:{line}", got, f"a <{found[1]}> that ends")
                text = text[len(found[0]) :]
                continue
        block = next(decoded, None)
        ended = block is None
        text += block or ""


def _whole(text: str, opened: re.Match[str]) -> int | None:
    """Return where the entry that begins a text ends, or None; an entry that opens again before its end ends there."""
    head = opened[0]
    if head.endswith("/>"):
        return len(head)
    close = re.compile(rf"</(?:[\w.-]+:)?{re.escape(opened[1])}\s*>|<(?:[\w.-]+:)?{re.escape(opened[1])}(?=[\s/>])")
    found = close.search(text, len(head))
    if found is None:
        return None
    return found.end() if found[0].startswith("</") else found.start()


def _parsed(text: str, tag: str, path: str, line: int) -> Entry | Fault:
    expected = f"a well-formed <{tag}>"
    depth = deepest = 0
    for found in _TAG.finditer(text):
        depth += -1 if found[0].startswith("</") else 0 if found[0].endswith("/>") else 1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        return Fault(f"{path}:{line}", f"elements {deepest} deep", f"{expected} of at most {_DEEPEST}")
    prefixes = {p for p in _PREFIX.findall(text) if p not in ("xml", "xmlns")}
    declared = "".join(f' xmlns:{p}="{p}"' for p in sorted(prefixes))
    try:
        (element,) = ET.fromstring(f"<entry{declared}>{text}</entry>")  # noqa: S314 - no document type can reach it
    except ET.ParseError as error:
        below, column = error.position
        told = str(error).partition(":")[0]
        return Fault(
            f"{path}:{line + below - 1}", f"{told} (column {column + 1}) in the <{tag}> of line {line}", expected
        )
    except (ValueError, UnicodeError) as error:
        return Fault(f"{path}:{line}", str(error), expected)
    return Entry(tag, line, Node(element))


def _encoding(head: bytes) -> str:
    for mark, name in _BOMS:
        if head.startswith(mark):
            return name
    found = _ENCODING.search(head[:200])
    name = found[1].decode("ascii") if found else "utf-8"
    try:
        codecs.lookup(name)
    except LookupError:
        return "utf-8"
    return name


def _decoded(stream: BinaryIO) -> Iterator[str]:
    head = stream.read(_BLOCK)
    decoder = codecs.getincrementaldecoder(_encoding(head))("replace")
    while head:
        yield decoder.decode(head)
        head = stream.read(_BLOCK)
    yield decoder.decode(b"", final=True)
