"""The YAML header a file may begin with."""

import re
from dataclasses import dataclass
from datetime import date

import yaml

from onrecord.acquiring.days import iso_day
from onrecord.acquiring.wording import one_line, printable
from onrecord.errors import DateError, FrontMatterError

__all__ = ["Header", "split_header"]

_LONGEST = 65_536
"""Characters a header may have; a rule with no closing rule before that is part of the text."""

_NEWLINE = r"(?:\r\n|\n|\r)"
_HEADER = re.compile(
    rf"---[ \t]*{_NEWLINE}(?P<yaml>(?:.*?{_NEWLINE})??)(?:---|\.\.\.)[ \t]*(?:{_NEWLINE}|\Z)", re.DOTALL
)
_FIRST_KEY = re.compile(r"(?:\s|#[^\r\n]*+)*+(?:\Z|[\"']?[A-Za-z_][\w.-]*[\"']?[ \t]*:(?:\s|\Z))")
_DAY_KEYS = ("date", "published", "published_on")
_EXPECTED = "`key: value` lines between two lines of ---"


@dataclass(frozen=True, slots=True)
class Header:
    """What a file says of itself; None where it says nothing."""

    url: str | None = None
    outlet: str | None = None
    published: date | None = None
    title: str | None = None


def split_header(text: str, where: str) -> tuple[Header, str]:
    """Part a file's text into its header and the rest, without the blank lines at both ends of the rest.

    A text that only begins with a rule (no closing rule, or no ``key:`` after it) has no header and comes back as is.

    Args:
        text: the whole file.
        where: the file, for messages.

    Raises:
        FrontMatterError: the header is not YAML, or a value is not one line of text.
        DateError: its day is no calendar day.
    """
    found = _HEADER.match(text, 0, _LONGEST)
    if found is None or not _FIRST_KEY.match(found["yaml"]):
        return Header(), text
    values = _values(found["yaml"], where)
    header = Header(
        url=_one_line(values, "url", where),
        outlet=_one_line(values, "outlet", where),
        published=_published(values, where),
        title=_one_line(values, "title", where),
    )
    return header, _without_blank_ends(text[found.end() :])


def _values(header: str, where: str) -> dict[str, object]:
    # BaseLoader, the smallest safe loader: every scalar stays the text it is ("No" and "1984" are titles).
    try:
        loaded = yaml.load(header, Loader=yaml.BaseLoader)  # noqa: S506
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 2
        raise FrontMatterError(f"{where}, line {line}", f"YAML in which {error.problem}", _EXPECTED) from error
    except (yaml.YAMLError, RecursionError) as error:
        got = "unprintable characters" if isinstance(error, yaml.YAMLError) else "YAML nested too deeply"
        raise FrontMatterError(f"{where}, line 2", got, _EXPECTED) from error
    if not isinstance(loaded or {}, dict):
        raise FrontMatterError(f"{where}, line 2", "a header without keys", _EXPECTED)
    return loaded or {}


def _one_line(values: dict[str, object], key: str, where: str) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise FrontMatterError(where, f"a list or mapping for {key}", "one line of text")
    line = one_line(value)
    return None if line in ("", "~", "null") else line


def _published(values: dict[str, object], where: str) -> date | None:
    for key in _DAY_KEYS:
        line = _one_line(values, key, where)
        if line is None:
            continue
        day = iso_day(line)
        if day is None:
            raise DateError(f"{where}, {key}", f'"{printable(line)}"', "a calendar day as YYYY-MM-DD")
        return day
    return None


def _without_blank_ends(text: str) -> str:
    """Return ``text`` without blank lines at its ends; what stands on the first and last line stays whole."""
    first = len(text) - len(text.lstrip())
    start = max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1
    last = len(text.rstrip())
    ends = [end for end in (text.find("\n", last), text.find("\r", last)) if end >= 0]
    return text[start : min(ends, default=len(text))] if last else ""
