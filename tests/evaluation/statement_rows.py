"""Made-up statements for the tests of their scorer."""

from typing import Any

TEXT = (
    "Lind Ferries adds boats, the Harbour Times reported on Monday, citing two dock workers. "
    "Mara Lind, its director, told Radio Nord that the line would stop if fuel ran out. "
    "The union denied that crews were asked, at least this year. The boats are said to be slow. The pier opened in May."
)


def part(*phrases: str, **more: Any) -> dict[str, Any]:
    """A passage of ``TEXT``."""
    spans = [[TEXT.index(p), TEXT.index(p) + len(p)] for p in phrases]
    return {"spans": spans, "text": " ".join(phrases) or None, **more}


def voice(*phrases: str, **more: Any) -> dict[str, Any]:
    fields = {"name": phrases[0] if phrases else None, "kind": "person", "attribution": "named", "number": None}
    return {**fields, "role": None, "speaks_for": None, "basis": None, **part(*phrases), **more}


def link(phrase: str, relation: str = "relay", **more: Any) -> dict[str, Any]:
    return {"name": phrase, "kind": "outlet", "relation": relation, **part(phrase), **more}


def row(source: dict[str, Any] | None, cue: str | None, *content: str, **more: Any) -> dict[str, Any]:
    """A statement of ``TEXT``, plain but for what is given."""
    return {
        "id": "x1",
        "source": source,
        "speaker": source and source["name"],
        "via": [],
        "cue": part(cue) if cue else None,
        "content": part(*content, uncertain=False),
        "quotation": "indirect",
        "stance": "asserts",
        "certainty": "certain",
        "condition": None,
        "scope": None,
        "said_on": None,
        "shapes": [],
        **more,
    }


LIND = row(voice("Mara Lind, its director", name="Mara Lind"), "told", "that the line would stop if fuel ran out")
UNION = row(voice("The union"), "denied", "that crews were asked", stance="denies")
SLOW = row(voice(kind="group", attribution="unnamed"), "are said", "The boats", "to be slow")
PIER = row(voice(kind="author", attribution=None), None, "The pier opened in May", quotation="none")
ALL = [LIND, UNION, SLOW, PIER]
