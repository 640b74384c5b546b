"""Origins: follow each chain to its root; copies and relays add none, and one government is one family."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from onrecord.records import Imprint, Link, Naming, Reading, Relation, Root, Stance, Statement, Voice, VoiceKind
from onrecord.registers import gazetteer, given_names
from onrecord.weighing.parties import fold, goes_by, party_of, state_of

__all__ = ["FORESEEN", "FORETOLD", "REACTS", "SOURCES", "official", "root_of", "root_of_name", "shared_by", "taken_up"]

SOURCES = "sources of "
"""How the family of described sources begins, before the door through which they became public."""
DOCUMENTS = "document: "
"""How the family of a document begins that an outlet has seen: it is nobody's word, and not one of its sources."""
OUTLET = "outlet "
"""How the key of an outlet begins that is named as the source."""
FORESEEN = (Stance.EXPECTS, Stance.COMMITS)
"""Stances to what lies ahead."""
_OFFICIAL = frozenset(
    (
        "official", "officer", "government", "diplomat", "minister", "ministry", "ministries", "aide", "military", "army",
        "envoy", "intelligence", "administration", "spokesman", "spokeswoman", "spokesperson", "navy", "authoritie",
        "authority", "general", "ambassador", "embassy", "commander", "command", "leadership", "adviser", "advisor",
    )
)  # fmt: skip
"""Words for people who speak for the state they are said to be of; "sources inside Iran" need not."""
_PRIVATE = frozenset(
    ("former", "formerly", "retired", "ex", "onetime", "teaches", "taught", "professor", "lecturer", "historian")
)
"""Words for people who speak for no state, whatever office or army their words name."""
_LEGISLATING = re.compile(
    r"\b(?:lawmakers?|legislators?|senators?|congress(?:man|woman)|parliamentarians?|members? of (?:the )?(?:[\w’'-]+ ){0,2}"
    r"(?:parliament|congress|senate|knesset|duma|bundestag|commons)|MPs?|MEPs?|backbenchers?|committee)\b",
    re.IGNORECASE,
)
"""Words for those who sit in a parliament and speak for themselves."""
_WITNESSING = frozenset(
    (
        "source", "people", "person", "insider", "employee", "witness", "worker", "official", "officer", "diplomat", "document",
        "record", "log", "memo", "report", "note", "image", "picture", "photograph", "video", "datum", "data", "bill",
        "manifest", "letter", "cable", "file", "map", "ledger", "invoice",
    )
)  # fmt: skip
"""Words for those who know of the matter, and for documents; "analysts" and "lawyers" at large do not."""
_OF_BODY = re.compile(
    r"\b(?:at|of|for|with|from|by|heads?|leads?|runs?|directs?|founded|chairs?) (?:the )?"
    r"((?!January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)[A-Z][\w’'-]*(?:(?: (?:of|for|the|and))* [A-Z][\w’'-]*)*)"
)
_PLACED = re.compile(
    r"\b(?:port|city|town|village|airport|harbou?r|base|region|province|district|border|coast|island) (?:of|at) (?:the )?$"
)
"""What makes of the name behind "of" a place, where people are and for which they do not speak."""
_BODY = re.compile(r"(?:the )?((?:[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'-]*|of|for|the|and))* [A-Z][\w’'-]+)")
"""A body alone, for whom somebody is said to be: "Ines Tarro (Tern Laboratory)"."""
_UNION = re.compile(
    r"(?:[Tt]he )?(?:(?:European Union|EU)['’]s (?:[a-z]+ )+service|European (?:Commission|Council|External Action Service)|"
    r"Council of (?:the )?(?:European Union|EU)|EU (?:Commission|Council))"
)
"""Organs of the European Union, which speak for it as ministries do for a state; its parliament does not."""
_UNCOUNTED = frozenset(("one", "1", "several", "many", "some", "multiple", "few", "a number"))
"""Numbers by which nobody could tell a group again."""
_SHARED = re.compile(
    r"\b(?:shared?|sharing|joint|jointly|common|single|same|pooled|allied)\b[^.]{0,60}\b(?:intelligence|assessments?)\b"
    r"|\b(?:intelligence|assessments?)\b[^.]{0,60}\b(?:shared?|jointly|together)\b",
    re.IGNORECASE,
)
_ASSERTED = "asserts it on its own word"
FORETOLD = "foretells what is its own to do"
"""Why somebody counts who will take a measure and says so."""
BARE = "the "
"""How the folded name of a body begins that is no name: "the group"."""
REACTS = "a reaction supports nothing"
"""Why somebody does not count who denies, doubts, or says what will be."""
_NO_BASIS = "speaks for nobody and tells no basis"
_VAGUE = "a vague collective"
_NO_DOOR = "no door recorded"


def root_of(statement: Statement, imprint: Imprint, *, coming: bool = False, known_person: bool = False) -> Root | None:
    """Return the root of a statement; None where its lineage is not recorded.

    What the author tells without a source has none, nor has hearsay. A named official goes back to the government or body
    spoken for, a described group to the outlet through whose door it came, an outlet that is relayed to itself.

    Args:
        statement: the statement.
        imprint: where it came out.
        known_person: whether the document tells an office of the source somewhere, so that it is a person and no body.
        coming: whether it is about a measure to come, which those who will take it support by saying so.
    """
    source = statement.source
    if source is None or source.kind is VoiceKind.AUTHOR or (source.name is None and not source.spans):
        return None
    counted, rule = _supports(statement, coming)
    outlet = gazetteer().outlet(source.name or "")
    if source.kind is VoiceKind.OUTLET or outlet is not None:
        name = outlet.name if outlet is not None else source.name or ""
        return _of_outlet(name, counted, rule)
    if source.kind is VoiceKind.COLLECTIVE and source.number is None and source.attribution is not Naming.NAMED:
        name = source.name or source.text or "many"
        return Root(f"{fold(name)} {imprint.id}", name, f"{fold(name)} in {imprint.id}", counted=False, rule=_VAGUE)
    if _legislates(source):
        name = source.speaker or source.name or source.text or "a legislator"
        return Root(fold(name), name, fold(name), counted and source.basis is not None, _NO_BASIS if counted else rule)
    body = _body(source) or _shown_by(statement, imprint) or _employer(source)
    if body is not None:
        return Root(body, source.speaker or source.name or body, body, counted, rule)
    if (
        source.kind is VoiceKind.PERSON
        and source.speaker is not None
        and not _is_body(source, known_person=known_person)
    ):
        key = fold(source.speaker)
        office = re.search(r"\b(?:company|firm|group|militia|carrier)\b", source.role or "")
        based = (source.basis is not None or office is not None) and counted
        return Root(key, source.speaker, key, based, rule if based or not counted else _NO_BASIS)
    if (source.attribution is Naming.NAMED or source.speaker is not None) and source.name is not None:
        key = fold(source.name)
        return Root(key, source.name, key, counted, rule)
    return _described(source, _door(statement, imprint), imprint, counted, rule)


def _legislates(source: Voice) -> bool:
    """Whether somebody sits in a parliament and so speaks for himself: "a British lawmaker", who is no minister."""
    if source.kind not in (VoiceKind.PERSON, VoiceKind.GROUP, VoiceKind.COLLECTIVE):
        return False
    told = source.role if source.kind is VoiceKind.PERSON and source.role is not None else source.text
    words = (told or "").casefold().split()
    return _LEGISLATING.search(told or "") is not None and not _OFFICIAL & {
        w.strip(",.").removesuffix("s") for w in words
    }


def _is_body(source: Voice, *, known_person: bool) -> bool:
    """Whether a name taken for a person's is more likely a body's: no given name, and no office told of it anywhere."""
    first = (source.speaker or "").split(" ")[0].casefold()
    return not known_person and source.role is None and first.rstrip(".") not in given_names() and len(first) > 2


def root_of_name(name: str, *, supports: bool) -> Root:
    """Return the root of a source that a person has named; an outlet's is that of its sources, as where it is relayed."""
    rule = "named by a person, asserts it" if supports else REACTS
    outlet = gazetteer().outlet(name)
    if outlet is not None:
        return _of_outlet(outlet.name, supports, rule)
    return Root(fold(name), name, _family(name), supports, rule)


def _of_outlet(name: str, counted: bool, rule: str) -> Root:
    return Root(OUTLET + fold(name), name, SOURCES + fold(name), counted, rule)


def official(family: str) -> str | None:
    """Return the proper name of the state or body that a family is; None where it is none that the gazetteer has."""
    return _officials().get(family)


@cache
def _officials() -> Mapping[str, str]:
    bodies = {fold(body.name): body.name for body in gazetteer().bodies}
    return bodies | {fold(state.name): state.name for state in gazetteer().states}


def _employer(source: Voice) -> str | None:
    """Return the body that somebody is of, or a document is by: "a researcher at the Tern Laboratory", "a study by Tern"."""
    if source.kind not in (VoiceKind.PERSON, VoiceKind.GROUP, VoiceKind.COLLECTIVE, VoiceKind.DOCUMENT):
        return None
    told = source.role if source.kind is VoiceKind.PERSON and source.speaker is not None else source.text
    if told is None and source.text is not None and source.speaker is not None:
        told = source.text.partition(source.speaker)[2]  # "Ines Tarro of Tern Research"
    found = _OF_BODY.search(told or "")
    if found is not None and _PLACED.search((told or "")[: found.start(1)]):
        return None
    if found is None and told and source.kind is VoiceKind.PERSON:
        found = _BODY.fullmatch(told)
    return _family(found.group(1)) if found is not None else None


def _described(source: Voice, door: str, imprint: Imprint, counted: bool, rule: str) -> Root:
    """Return the root of people nobody names: who they are said to be, and the outlet through whose door they came."""
    name = source.name or source.text or "unnamed sources"
    if not door:
        key = f"{fold(name)} in {imprint.id}"
        return Root(key, name, key, counted=False, rule=_NO_DOOR)
    number = (
        f" x{source.number.lower()}" if source.number is not None and source.number.lower() not in _UNCOUNTED else ""
    )
    known = (
        number
        or source.kind is VoiceKind.DOCUMENT
        or any(re.sub(r"s$", "", word) in _WITNESSING for word in fold(name).split())
    )
    if not known and source.basis is None and counted:
        counted, rule = False, _VAGUE
    key = f"{fold(name)} at {fold(door)}{number}"
    family = DOCUMENTS + key if source.kind is VoiceKind.DOCUMENT else SOURCES + fold(door)
    words = name.removeprefix("The ").removeprefix("the ").split()
    if source.kind is VoiceKind.DOCUMENT and len(words) > 1 and all(w[:1].isupper() for w in words):
        key = family = fold(name)  # a name, if it sounds like one of documents: "the Bergen Ledger"
    return Root(key, f"{name} ({door})", family, counted, rule)


def _supports(statement: Statement, coming: bool) -> tuple[bool, str]:
    if statement.stance is Stance.ASSERTS and statement.condition is None:
        return True, _ASSERTED
    if coming and statement.stance in FORESEEN:
        return True, FORETOLD
    return False, REACTS


def _body(source: Voice) -> str | None:
    """Return the state or the body that a source is or speaks for, folded."""
    if source.speaks_for is not None:
        return _family(source.speaks_for)
    words = (source.text or source.name or "").casefold().replace("-", " ").split()
    if source.kind is VoiceKind.GOVERNMENT and source.name is not None:
        return _family(source.name)
    if any(re.sub(r"(['’]s|s|,|\.)+$", "", word) in _OFFICIAL for word in words) and not _PRIVATE & set(words):
        text = source.text or source.name or ""
        posted = re.search(r"\b(?:diplomats?|envoys?|attach[eé]s?)\b.*\b(?:in|at|posted to) [A-Z]", text)
        text = text[: posted.start()] if posted is not None else text
        state = state_of(text)
        return state if state is not None else _body_in(text)
    if source.kind is VoiceKind.ORGANISATION and source.name is not None:
        capitals = [w for w in source.name.split()[1:] if w[:1].isupper()]
        return _family(source.name) if source.attribution is Naming.NAMED or capitals else None
    return None


def _body_in(text: str) -> str | None:
    """Return the body whose officials some words name: "three EU diplomats"."""
    words = re.findall(r"[^\s,;“”\"()]+", text)
    for length in (4, 3, 2, 1):
        for k in range(len(words) - length + 1):
            part = re.sub(r"['’]s?$", "", " ".join(words[k : k + length]))
            if part[:1].isupper() and gazetteer().body(part) is not None:
                return _family(part)
    return None


def _shown_by(statement: Statement, imprint: Imprint) -> str | None:
    """Return who shows a document: of "photographs, the laboratory said" the laboratory, not the outlet that has seen it."""
    if statement.source is None or statement.source.kind is not VoiceKind.DOCUMENT:
        return None
    bodies = [
        link.name
        for link in statement.via or ()
        if link.kind in (VoiceKind.ORGANISATION, VoiceKind.GOVERNMENT, VoiceKind.DOCUMENT)
        and link.name
        and not goes_by(fold(link.name), fold(imprint.outlet or ""))
        and not fold(link.name).startswith(BARE)
    ]
    return _family(bodies[-1]) if bodies else None


def _door(statement: Statement, imprint: Imprint) -> str:
    """Return the outlet through which a source became public: the last relay before it, else the document's own."""
    relays = [link.name for link in statement.via or () if link.relation is Relation.RELAY and _may_publish(link)]
    door = (relays[-1] if relays else None) or imprint.outlet or ""
    if imprint.outlet and goes_by(fold(door), fold(imprint.outlet)):
        door = imprint.outlet
    outlet = gazetteer().outlet(door)
    return outlet.name if outlet is not None else door


def _may_publish(link: Link) -> bool:
    """Whether who passes something on may be an outlet: no state, no known body, no person with a given name."""
    if link.name is None or link.kind is VoiceKind.OUTLET or gazetteer().outlet(link.name) is not None:
        return link.name is not None
    if link.kind not in (VoiceKind.ORGANISATION, VoiceKind.GOVERNMENT, VoiceKind.PERSON):
        return False
    given = link.name.split(" ")[0].casefold() in given_names()
    return not given and official(_family(link.name)) is None and state_of(link.name) is None


def _family(name: str) -> str:
    """Return the family of a state, of a body of a state or union, or of who stands for nobody else."""
    if _UNION.fullmatch(name):
        return fold("European Union")
    party = party_of(name, None, None)
    if (
        party is not None
        and party.known
        and (party.name == party.state or len(party.name.split()) >= len(fold(name).split()))
    ):
        return party.name
    made = re.search(r"\b(?:by|of|from) (?:the )?((?:[A-Z][\w’'-]*)(?: (?:[A-Z][\w’'-]*|of|for|the|and))*)$", name)
    return fold(made.group(1)) if made is not None else fold(name)


def _is_bare(source: Voice, root: Root) -> bool:
    """Whether a source may be called by a bare noun, or what it shows by "the group"."""
    if root.family.startswith(BARE):
        return True
    return source.attribution is not Naming.NAMED and root.family.startswith((SOURCES, DOCUMENTS))


def taken_up(statements: Sequence[Statement], roots: Sequence[Root | None]) -> list[Root | None]:
    """Return roots in which "the lab" is the laboratory named before, and "the report" whoever was last said to report."""
    found: list[Root | None] = []
    for statement, root in zip(statements, roots, strict=True):
        source = statement.source
        earlier = [r for r in found if r is not None and not r.family.startswith((SOURCES, DOCUMENTS, BARE))]
        if root is None or source is None or not _is_bare(source, root):
            found.append(root)
            continue
        words = (source.text or source.name or "").casefold().split()
        same = None
        if root.family.startswith(BARE):
            same = next(reversed(earlier), None)
        elif words[:1] in (["the"], ["its"], ["it"]) and len(words) <= 2:
            if source.kind is VoiceKind.DOCUMENT or words == ["it"]:
                same = next(reversed(earlier), None)
            else:
                same = next((r for r in reversed(earlier) if words[-1] in r.name.casefold().split()), None)
        found.append(replace(root, key=same.key, name=same.name, family=same.family) if same is not None else root)
    return found


def shared_by(reading: Reading, statements: Sequence[Statement], roots: Sequence[Root | None]) -> frozenset[str]:
    """Return the states that a document says rest on one intelligence: those named in that sentence, or asserting before it.

    Args:
        reading: the document.
        statements: its statements.
        roots: their roots.
    """
    text = reading.document.text
    found = _SHARED.search(text)
    if found is None:
        return frozenset()
    start = max(text.rfind(". ", 0, found.start()), text.rfind("\n", 0, found.start())) + 1
    end = text.find(".", found.end())
    sentence = text[start : end if end >= 0 else len(text)]
    named = {state for word in re.findall(r"[A-Z][\w’']+(?: [A-Z][\w’']+)*", sentence) if (state := state_of(word))}
    if len(named) >= 2:
        return frozenset(named)
    states = {fold(s.name) for s in gazetteer().states}
    before = {
        root.family
        for statement, root in zip(statements, roots, strict=True)
        if root is not None and root.counted and root.family in states and statement.content.spans[0][0] < end
    }
    return frozenset(before) if len(before) >= 2 else frozenset()
