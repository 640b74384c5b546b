"""Origins: follow each chain to its root; copies and relays add none, and one government is one family."""

from dataclasses import dataclass

from onrecord.records import Naming, Relation, Said, Stance, VoiceKind
from onrecord.registers import gazetteer
from onrecord.weighing.facts import fold

__all__ = ["Root", "root_of"]

_SUPPORTING = (Stance.ASSERTS,)
_OFFICIAL = frozenset(
    (
        "official", "officer", "government", "diplomat", "minister", "ministry", "aide", "military", "army", "envoy",
        "intelligence", "administration", "spokesman", "spokeswoman", "spokesperson", "navy", "authoritie", "authority",
    )
)  # fmt: skip
"""Words for people who speak for the state they are said to be of; "sources inside Iran" need not."""
_NO_BASIS = "speaks for nobody and tells no basis"


@dataclass(frozen=True, slots=True)
class Root:
    """Where a statement comes from.

    Attributes:
        key: what tells one origin from another: who, and the door.
        name: who it is, in words.
        family: what it shares a root with.
        counted: whether it can support a claim.
        rule: why it counts, or does not.
    """

    key: tuple[str, str]
    name: str
    family: str
    counted: bool
    rule: str


def root_of(said: Said) -> Root | None:
    """Return the root of a statement; None where its lineage is not recorded.

    A statement of the author's own has none unless the document itself is the report of an outlet that says whose work it
    is. A named official goes back to the government or body spoken for, a described group to the outlet through whose door it
    came, a relayed outlet to itself.
    """
    source = said.statement.source
    if source is None or source.kind is VoiceKind.AUTHOR or (source.name is None and not source.spans):
        return None
    door = _door(said)
    supports = said.statement.stance in _SUPPORTING and said.statement.condition is None
    counted, rule = supports, "asserts it on its own word" if supports else "a reaction supports nothing"
    outlet = gazetteer().outlet(source.name or "")
    if source.kind is VoiceKind.OUTLET or outlet is not None:
        name = outlet.name if outlet is not None else source.name or ""
        return Root(("", fold(name)), name, f"sources of {fold(name)}", counted, rule)
    if (
        supports
        and source.kind is VoiceKind.PERSON
        and source.speaks_for is None
        and source.basis is None
        and source.speaker
    ):
        return Root((fold(source.speaker), ""), source.speaker, fold(source.speaker), counted=False, rule=_NO_BASIS)
    if source.attribution is Naming.NAMED or source.speaks_for is not None:
        name = source.speaks_for or source.speaker or source.name or ""
        return Root((fold(name), ""), source.speaker or source.name or name, _family(name), counted, rule)
    if source.kind is VoiceKind.GOVERNMENT and source.name is not None:
        return Root((fold(source.name), ""), source.name, _family(source.name), counted, rule)
    state = _state_in(source.text or source.name or "")
    name = source.name or source.text or "unnamed sources"
    if state is not None:
        return Root((fold(name), door), name, _family(state), counted, rule)
    if not door:
        return Root(
            (fold(name), said.document.id),
            name,
            f"unnamed sources in {said.document.id}",
            counted=False,
            rule="no door recorded",
        )
    return Root((fold(name), fold(door)), f"{name} ({door})", f"sources of {fold(door)}", counted, rule)


def _door(said: Said) -> str:
    """Return the outlet through which a source became public: the last relay before it, else the document's own."""
    relays = [link.name for link in said.statement.via or () if link.relation is Relation.RELAY and link.name]
    door = relays[-1] if relays else said.document.outlet or ""
    outlet = gazetteer().outlet(door)
    return outlet.name if outlet is not None else door


def _family(name: str) -> str:
    """Return the family of a state, of a body of a state, or of who stands for nobody else."""
    state = gazetteer().state(name)
    if state is not None:
        return fold(state.state.name)
    body = gazetteer().body(name)
    return fold(body.state if body is not None and body.state is not None else body.name if body is not None else name)


def _state_in(text: str) -> str | None:
    """Return the state that a described source is of: "US officials", "an Iranian source"."""
    words = text.casefold().replace("-", " ").split()
    if not any(word.rstrip("s,.") in _OFFICIAL for word in words):
        return None
    for word in text.replace("’s", "").replace("'s", "").split():
        found = gazetteer().state(word.strip(",.")) if word[:1].isupper() else None
        if found is not None:
            return found.state.name
    return None
