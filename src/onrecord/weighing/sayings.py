"""The statements of a reading made ready for weighing: each with what it says is so, where it comes from, and its anchor."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.records import Act, Fact, Imprint, Parse, Reading, Root, Said, Span, Stance, Statement, Voice, VoiceKind
from onrecord.registers import gazetteer
from onrecord.registers.entries import How
from onrecord.weighing.affiliations import BARE_OFFICES, Affiliations, without_article
from onrecord.weighing.context import in_context
from onrecord.weighing.facts import Facts
from onrecord.weighing.negation import negative
from onrecord.weighing.origins import FORESEEN, root_of, shared_by, taken_up
from onrecord.weighing.parties import fold
from onrecord.weighing.placed import Placed
from onrecord.weighing.prospect import lies_ahead
from onrecord.weighing.resting import rested

__all__ = ["anchor_of", "apart", "name_of", "said_in"]

SHORT = 8
"""Words of the longest content in which a pronoun alone points back to what was told before."""
MOSTLY = 0.7
"""Share of a content that another statement takes up, from which it only tells that the other was made."""
_ACCOUNTS = frozenset(
    (
        "account", "accusation", "allegation", "assertion", "assessment", "charge", "claim", "conclusion", "finding", "matter",
        "news", "report", "rumour", "rumor", "statement", "story", "suggestion", "version", "cargo", "consignment", "deal",
        "delivery", "flight", "incident", "loading", "move", "purchase", "sale", "shipment", "supply", "transaction",
        "transfer", "affair", "evidence",
    )
)  # fmt: skip
"""Nouns that take up what was told before, where "the", "this" or "such" stands before them."""
_DEEDS = (Act.PROMISE, Act.EXPECT, Act.BELIEVE, Act.DEMAND, Act.SHOW)
"""Acts of which another may tell as of a deed: "Norway and Chile agreed to build it, two sources said"."""
_CONFIRMING = (Act.CONFIRM, Act.ADMIT, Act.SHOW)
"""Acts by which a statement that only points back supports what was told."""
_OF = re.compile(r",? (?:of|for|from|at|with) (?:the )?([^,;]+)")
"""What beside a name tells whom somebody belongs to."""
_STANDING_FOR = frozenset(("it", "they", "he", "she", "who", "which", "that", "this", "both", "we", "i"))
_ALARMED = re.compile(r"\b(?:alarm|concern|worr|troubl|disturb|aware)\w*\b.{0,24}\breports?\b", re.IGNORECASE)
_POINTING = frozenset(("the", "this", "that", "these", "those", "such", "same", "any", "its", "their"))
_MEANING = frozenset(("NOUN", "PROPN", "VERB", "ADJ", "NUM"))


def said_in(reading: Reading) -> tuple[Said, ...]:
    """Return the statements of a document in their order, with what weighing needs of them.

    A statement whose content is hardly more than another statement ("the ministry said the envoy had apologised") is left
    out: who passes it on stands among the links of the other.
    """
    facts, imprint = Facts(reading), Imprint.of(reading.document)
    told_by = [(s, part, fact) for s in reading.statements for part, fact in enumerate(facts.of(s), 1)]
    stances = [_stance(s, fact, reading.parse, list(facts.words(s))) for s, _, fact in told_by]
    statements = [replace(s, stance=stance) for (s, _, _), stance in zip(told_by, stances, strict=True)]
    affiliations = Affiliations(reading)
    roles = _roles(reading.statements, affiliations)
    roots = [
        root_of(s, imprint, coming=_lies_ahead(s, fact), known_person=_has_office(s, roles))
        for s, (_, _, fact) in zip(statements, told_by, strict=True)
    ]
    roots = _sharing(taken_up(statements, roots), shared_by(reading, statements, roots))
    roots = rested(reading, statements, roots)
    told = [s for s in reading.statements if s.cue is not None and s.cue.spans]
    cued = Placed(told, [s.cue.spans[0] for s in told if s.cue is not None])
    said, refers, confirms = [], [], []
    for (s, part, fact), stance, root in zip(told_by, stances, roots, strict=True):
        top = facts.top(s)
        if any(_only_tells(s, other, top) for other in cued.within(s.content.spans) if other is not s):
            continue
        parts = (s.source, s.cue, s.content)
        spans = apart(span for part in parts if part is not None for span in part.spans)
        lemmas = reading.parse.lemmas
        words = {lemmas[k].lower() for k in facts.words(s) if reading.parse.upos[k] in _MEANING}
        label = _named(s, roles, imprint, affiliations)
        said.append(
            Said(
                anchor=anchor_of(imprint.id, s, part),
                imprint=imprint,
                id=s.id,
                spans=spans,
                text=reading.document.slice(spans),
                stance=stance,
                certainty=s.certainty,
                condition=s.condition is not None,
                scope=s.scope.text if s.scope is not None else None,
                source=label,
                speaks_for=_spoken_for(s.source, label),
                via=tuple(name for name, _ in groupby(link.name or link.text for link in s.via or ())),
                root=root,
                fact=fact,
                words=tuple(sorted(words)),
                joins=None,
                content=s.content.spans,
            )
        )
        refers.append(_refers(facts, s))
        confirms.append(s.cue is not None and s.cue.act in _CONFIRMING)
    return tuple(in_context(said, refers, confirms))


def _lies_ahead(statement: Statement, fact: Fact) -> bool:
    """Whether a statement is about a measure to come, or one still to be lifted."""
    return fact.phase == "to come" or (fact.family == "end of measure" and statement.stance in FORESEEN)


def apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that run over each other as one: a source can stand inside what it says."""
    found: list[Span] = []
    for a, b in sorted(set(spans)):
        if found and a < found[-1][1]:
            found[-1] = (found[-1][0], max(b, found[-1][1]))
        else:
            found.append((a, b))
    return tuple(found)


def _sharing(roots: Sequence[Root | None], states: frozenset[str]) -> list[Root | None]:
    """Return roots in which states that share their intelligence are one family."""
    family = "+".join(sorted(states))
    return [replace(r, family=family) if r is not None and r.family in states else r for r in roots]


def _roles(statements: Sequence[Statement], affiliations: Affiliations) -> Mapping[str, tuple[str | None, str | None]]:
    """Return the office of each speaker as the document tells it most fully, and the body or state spoken for."""
    found: dict[str, tuple[str | None, str | None]] = {}
    for s in statements:
        if s.source is not None and s.source.speaker is not None and s.source.kind is VoiceKind.PERSON:
            role, body = found.get(s.source.speaker, (None, None))
            told = max((r for r in (role, _office(s.source)) if r), key=len, default=None)
            found[s.source.speaker] = told, affiliations.body_of(s.source) or body or s.source.speaks_for
    return found


def _office(source: Voice) -> str | None:
    """Return an office, with the body that the words beside the name tell: "Captain" "of the navy"."""
    told = source.text or ""
    _, _, behind = told.partition(source.speaker or told)
    beside = _OF.match(behind)
    body = beside.group(1) if beside is not None else None
    role = (source.role or "").replace(source.speaker or "", "").strip(" ,")
    role = role.lower() if role.lower() in BARE_OFFICES else role  # "Spokesman", where it begins a sentence
    parts = [part for part in (role, body) if part]
    return (", ".join(parts) if len(parts) < 2 or parts[1] not in parts[0] else parts[0]) or None


def _has_office(statement: Statement, roles: Mapping[str, tuple[str | None, str | None]]) -> bool:
    speaker = statement.source.speaker if statement.source is not None else None
    return any(roles.get(speaker or "", ()))


def _spoken_for(source: Voice | None, label: str | None) -> str | None:
    """Return whom a source speaks for: of a ministry or a capital its state; None for the state itself."""
    if source is None or source.speaks_for is not None or source.kind is not VoiceKind.GOVERNMENT:
        return source.speaks_for if source is not None else None
    known = gazetteer().state(source.name or "")
    return known.state.name if known is not None and known.state.name != label else None


def _named(
    statement: Statement,
    roles: Mapping[str, tuple[str | None, str | None]],
    imprint: Imprint,
    affiliations: Affiliations,
) -> str | None:
    """Return who a source is, a person with office and body as told in the document: "Ivo Leitao (navy spokesman, Brazil)".

    Args:
        statement: the statement.
        roles: office and body of each speaker.
        imprint: where the statement came out.
        affiliations: whom "its" means in the source's words.
    """
    source, shown_by = statement.source, next((link.name for link in reversed(statement.via or ()) if link.name), None)
    if source is not None and source.kind is VoiceKind.AUTHOR:
        return imprint.outlet
    name = None if source is None else source.speaker or source.name
    if source is None or name is None:
        return None
    owner = affiliations.owner_of(source) if name == source.text else None
    if owner is not None:
        return f"{owner}’s {name.partition(' ')[2]}"
    if source.kind is VoiceKind.GOVERNMENT:
        return _state_voice(source, name)
    if source.kind is VoiceKind.DOCUMENT and shown_by is not None and shown_by.casefold() not in name.casefold():
        return f"{name} ({shown_by})"
    told = [part for part in roles.get(name, ()) if part and part.casefold() not in name.casefold()]
    if len(told) == 2 and told[1].casefold() in told[0].casefold():
        told.pop()
    return f"{name} ({', '.join(told)})" if told else name


def _state_voice(source: Voice, name: str) -> str:
    """Return a government's voice as the words have it, with its state: "foreign ministry (Serbia)", "Belgrade (Serbia)"."""
    words, name = without_article((source.text or "").partition(",")[0]), without_article(name)
    known = gazetteer().state(words)
    own_name = known is not None and known.how is not How.CAPITAL
    if not words or own_name or words.casefold() in _STANDING_FOR or words.count(" ") >= SHORT:
        return name
    told = words[0].upper() + words[1:] if name[:1] == words[:1].upper() else words
    return told if fold(name) in fold(words) else f"{told} ({name})"


def anchor_of(document: str, statement: Statement, part: int = 1) -> str:
    """Return the permanent name of a statement: its document's id and a hash of the spans of its cue and content.

    Args:
        document: the id.
        statement: the statement.
        part: which of several deeds told side by side is meant, from 1.
    """
    name = name_of(document, statement.cue.spans if statement.cue is not None else (), statement.content.spans)
    return name if part == 1 else f"{name}.{part}"


def name_of(document: str, cue: tuple[Span, ...], content: tuple[Span, ...]) -> str:
    """Return the permanent name of a statement by where its cue and its content stand."""
    return f"{document}.{hashlib.sha256(repr((cue, content)).encode()).hexdigest()[:8]}"


def _stance(statement: Statement, fact: Fact, parse: Parse, words: Sequence[int]) -> Stance | None:
    """Return the stance to the claim: to assert that it is not so denies it, to be alarmed by reports of it confirms nothing.

    Who asserts that somebody prepares for a deed expects it.
    """
    if statement.stance is not Stance.ASSERTS:
        return statement.stance
    if _ALARMED.search(statement.content.text):
        return Stance.WITHHOLDS
    negated = negative(parse, words)
    if (
        fact.holds is None
        and negated is not None
        and statement.source is not None
        and statement.source.kind is not VoiceKind.AUTHOR
    ):
        return negated
    if fact.holds is False:
        return Stance.DENIES
    return Stance.EXPECTS if fact.family is not None and lies_ahead(parse, words) else statement.stance


def _only_tells(outer: Statement, inner: Statement, top: Span | None) -> bool:
    """Whether a statement says hardly more than that another was made.

    Args:
        outer: the one.
        inner: the other, whose cue stands in what the first says.
        top: the main predicate of what the first says.
    """
    if inner.cue is None or outer.source is None or inner.cue.act in _DEEDS:
        return False
    if top is not None and inner.source is not None and inner.source.spans and _within(top, inner.cue.spans):
        return _within(inner.source.spans[0], outer.content.spans)
    length = sum(b - a for a, b in outer.content.spans)
    spans = [s for part in (inner.source, inner.cue, inner.content) if part is not None for s in part.spans]
    held = all(_within(s, outer.content.spans) for s in spans)
    return held and length > 0 and sum(b - a for a, b in spans) >= MOSTLY * length


def _within(span: Span, spans: tuple[Span, ...]) -> bool:
    return any(a <= span[0] and span[1] <= b for a, b in spans)


def _refers(facts: Facts, statement: Statement) -> bool:
    """Whether a content only points to what was told before: "the account", "any such delivery", "did so"."""
    parse = facts.reading.parse
    words = [k for k in facts.words(statement) if parse.upos[k] != "PUNCT"]
    for k in words:
        if parse.upos[k] == "NOUN" and parse.lemmas[k].lower() in _ACCOUNTS:
            near = [parse.words[j].lower() for j in range(max(0, k - 3), k)]
            if _POINTING & set(near):
                return True
        if parse.upos[k] == "PRON" and parse.words[k].lower() in ("this", "that", "it", "so") and len(words) <= SHORT:
            return True
        if parse.words[k].lower() == "so" and k and parse.lemmas[k - 1].lower() == "do":
            return True
    return False
