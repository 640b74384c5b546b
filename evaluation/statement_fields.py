"""The fields of a matched pair, each judged right or wrong; ``evaluation.statements`` says how."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.statement_gold import Row
from evaluation.statement_match import RELAXED, Side, WordTable, overlap_f1

__all__ = ["FIELDS", "Verdict", "fold_name", "heads", "judge"]

HONORIFICS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady"})
SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})
BREAK = re.compile(
    r"\s(?:of|in|for|to|from|at|on|with|by|about|who|whom|whose|that|which|familiar|close|briefed|then|we|they|he|she|it)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """One field of one pair.

    Attributes:
        right: whether what was found is what was expected.
        got: what was found, for people.
        expected: what gold has, for people.
        given: whether gold has a value at all.
        answered: whether one was found.
    """

    right: bool
    got: str
    expected: str
    given: bool
    answered: bool


def judge(gold: Side, found: Side, table: WordTable) -> dict[str, Verdict]:
    """Return the verdict on every field of a matched pair, in the order of ``FIELDS``."""
    return {name: field(gold, found, table) for name, field in FIELDS.items()}


def fold_name(name: str) -> str:
    """Return a name without case, accents, punctuation, "the" and honorifics."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = re.findall(r"[^\W_]+", bare.casefold())
    return " ".join(w for w in words if w != "the" and w not in HONORIFICS)


def heads(source: Row) -> set[str]:
    """Return the head words of a gold source, folded.

    They are the last word, before what qualifies it, of each part between commas; and a named person's last name
    ("Secretary of State Mike Pompeo" has two), where the words have it.
    """
    if not source.get("spans"):
        return set()
    text = source.get("text") or ""
    found = {word for part in text.split(",") for word in fold_name(BREAK.split(part, maxsplit=1)[0]).split()[-1:]}
    if source.get("kind") == "person" and source.get("attribution") == "named":
        found |= set(fold_name(source.get("name") or "").split()[-1:]) & set(fold_name(text).split())
    return found


def _verdict(expected: Any, got: Any, right: bool) -> Verdict:
    return Verdict(right, _show(got), _show(expected), expected is not None, got is not None)


def _show(value: Any) -> str:
    return "null" if value is None else str(value)


def _source(side: Side) -> Row:
    return side.row.get("source") or {}


def _same_in_source(name: str) -> Callable[[Side, Side, WordTable], Verdict]:
    def field(gold: Side, found: Side, _: WordTable) -> Verdict:
        expected, got = _source(gold).get(name), _source(found).get(name)
        return _verdict(expected, got, _plain(expected) == _plain(got))

    return field


def _plain(value: Any) -> str | None:
    """A number may be written 3 or "3", a name with or without its article."""
    return None if value is None else fold_name(str(value))


def _same(name: str) -> Callable[[Side, Side, WordTable], Verdict]:
    def field(gold: Side, found: Side, _: WordTable) -> Verdict:
        expected, got = gold.row.get(name), found.row.get(name)
        return _verdict(expected, got, expected == got)

    return field


def _speaker(gold: Side, found: Side, _: WordTable) -> Verdict:
    source, expected = _source(found), gold.row.get("speaker")
    got = source["speaker"] if "speaker" in source else source.get("name")
    names = {fold_name(n) for n in (expected, *(gold.row.get("speaker_also") or ())) if n is not None}
    return _verdict(expected, got, got is None if expected is None else got is not None and fold_name(got) in names)


def _role(gold: Side, found: Side, _: WordTable) -> Verdict:
    expected, got = _source(gold).get("role"), _source(found).get("role")
    if expected is None or got is None:
        return _verdict(expected, got, expected is got)
    shared = set(fold_name(expected).split()) & set(fold_name(got).split())
    return _verdict(expected, got, bool(shared - SMALL))


def _chain(gold: Side, found: Side, table: WordTable) -> Verdict:
    links, got = gold.row.get("via") or (), found.row.get("via") or ()
    head = heads(_source(gold))
    same_head = not head or bool(head & set(fold_name(_source(found).get("text") or "").split()))
    right = follows(links, got, table) and same_head
    required = any(not link.get("optional") for link in links)
    return Verdict(right, _show_chain(got, found), _show_chain(links, gold), required, bool(got))


def follows(gold: Sequence[Row], found: Sequence[Row], table: WordTable) -> bool:
    """Whether found links are the gold links in their order, optional ones left out or not."""
    if not gold:
        return not found
    first = gold[0]
    if found and _same_link(first, found[0], table) and follows(gold[1:], found[1:], table):
        return True
    return bool(first.get("optional")) and follows(gold[1:], found, table)


def _same_link(gold: Row, found: Row, table: WordTable) -> bool:
    return gold["relation"] == found.get("relation") and bool(table.touched(gold) & table.touched(found))


def _show_chain(links: Sequence[Row], side: Side) -> str:
    shown = [f"{'(' if v.get('optional') else ''}{v.get('relation')}:{v.get('text') or v.get('name')}" for v in links]
    closed = [s + (")" if s.startswith("(") else "") for s in shown]
    return " > ".join((*closed, _source(side).get("text") or _source(side).get("kind") or "nobody"))


def _passage(name: str) -> Callable[[Side, Side, WordTable], Verdict]:
    def field(gold: Side, found: Side, table: WordTable) -> Verdict:
        expected, got = gold.row.get(name), found.row.get(name)
        words = table.touched(expected), table.touched(got)
        right = expected is got if expected is None or got is None else overlap_f1(*words) >= RELAXED
        return _verdict(expected and expected.get("text"), got and got.get("text"), right)

    return field


def _said_on(gold: Side, found: Side, _: WordTable) -> Verdict:
    expected, got = _interval(gold), _interval(found)
    return _verdict(expected, got, expected == got)


def _interval(side: Side) -> str | None:
    when = side.row.get("said_on")
    if when is None:
        return None
    if isinstance(when, str):
        return when
    first, last = when.get("from"), when.get("to")
    return f"{first or '..'}" if first == last else f"{first or '..'}/{last or '..'}"


def _uncertain(gold: Side, found: Side, _: WordTable) -> Verdict:
    expected, got = (bool(side.row["content"].get("uncertain")) for side in (gold, found))
    return Verdict(expected == got, str(got).lower(), str(expected).lower(), expected, got)


FIELDS: dict[str, Callable[[Side, Side, WordTable], Verdict]] = {
    "chain": _chain,
    "speaker": _speaker,
    **{name: _same_in_source(name) for name in ("kind", "attribution", "number")},
    "role": _role,
    **{name: _same_in_source(name) for name in ("speaks_for", "basis")},
    **{name: _same(name) for name in ("stance", "certainty")},
    "condition": _passage("condition"),
    "scope": _passage("scope"),
    "said_on": _said_on,
    "quotation": _same("quotation"),
    "uncertain": _uncertain,
}
