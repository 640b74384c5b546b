"""Names of people, organisations and places: a name is right if its words and its kind are."""

from collections import Counter
from collections.abc import Iterable, Sequence

from evaluation.results import Figure, f1_figure
from onrecord.records import EntityKind, Parse

__all__ = ["Names", "count_names", "name_figures", "names_in_parse", "names_in_tags"]

Names = frozenset[tuple[str, int, int]]
"""(kind, first word, end) of each name, words counted from the document's first."""

MODEL = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
"""Kinds that the model finds."""
KINDS = {"PER": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION, "LOC": EntityKind.PLACE} | {
    k.value: k for k in MODEL
}


def names_in_tags(tags: Sequence[str]) -> Names:
    """Return the names of a BIO sequence; kinds this project does not know are left out.

    An inside tag that continues nothing begins a name, as in the CoNLL evaluation.
    """
    found, kind, start = set[tuple[str, int, int]](), "", 0
    for i, tag in enumerate((*tags, "O")):
        if kind and tag != f"I-{kind}":
            if kind in KINDS:
                found.add((KINDS[kind], start, i))
            kind = ""
        if not kind and tag != "O":
            kind, start = tag[2:], i
    return frozenset(found)


def names_in_parse(parse: Parse) -> Names:
    """Return the names of a parse."""
    return frozenset((name.kind, name.start, name.end) for name in parse.names)


def count_names(gold: Names, found: Names) -> Counter[str]:
    """Count one document; counts of documents add up."""
    n: Counter[str] = Counter()
    for kind in MODEL:
        g, f = ({x for x in names if x[0] == kind} for names in (gold, found))
        n.update({f"{kind} right": len(g & f), f"{kind} found": len(f), f"{kind} gold": len(g)})
    return n


def name_figures(n: Counter[str]) -> list[Figure]:
    """Return F1 over all names and by kind, in per cent."""
    return [_figure("names", n, MODEL), *(_figure(f"names: {kind}", n, (kind,)) for kind in MODEL)]


def _figure(name: str, n: Counter[str], kinds: Iterable[str]) -> Figure:
    right, found, gold = (sum(n[f"{kind} {what}"] for kind in kinds) for what in ("right", "found", "gold"))
    return f1_figure(name, right, found, gold)
