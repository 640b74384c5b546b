"""Whose finding a statement rests on where its sentence says so: "citing the Tern Laboratory", "on intelligence from Norway"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.records import EntityKind, Reading, Root, Statement
from onrecord.registers import gazetteer
from onrecord.weighing.origins import official
from onrecord.weighing.parties import fold, goes_by, party_of, state_of

__all__ = ["rested"]

SHORT = 3
"""Letters of the longest name that is none of a body."""

_FOUND = (
    r"(?:intelligence|assessments?|findings?|information|services|evidence|reports?|stud(?:y|ies)|works?|analys[ei]s|research|"
    r"investigations?|inquir(?:y|ies)|data|conclusions?|dossiers?)"
)
_NAME = r"([A-Z][\w’'-]*(?: (?:(?:of|for|and|the) ){0,2}[A-Z][\w’'-]*)*)"
_BY = r"(?:\W*(?:[a-z]+ ){0,3}(?:by|of|from)|[^.,;:]{0,30}\b(?:was|were|came from|comes from|is|are)(?: that of)?)"
_GAVE = r"(?:shar|gather|collect|provid|suppl|pass|gave|obtain|produc|hand|publish|compil|prepar|commission|carr)\w*"
_ENDS = (
    r"(?=[^\w\s]|$| (?:with|to|by|on|in|for|and|or|but|at|from|about|after|before|during|through|via|over|under|into|since|"
    r"that|which|so|along|together|jointly|last|earlier|this|then|itself|themselves|was|were|is|are|has|had|have|left|made|"
    r"shows?|showed|proves?|proved|indicates?|indicated|suggests?|suggested|points?|pointed|confirms?|confirmed)\b)"
)
"""What may follow where a clause tells whom a finding is from; "evidence that Norway supplied rifles" tells what was found."""
_GOES_BY = r"(?:[Cc]iting|[Qq]uoting|[Rr]eferring to|[Rr]elying on|relied on|[Bb]as(?:ed|ing) (?:\w+ ){0,2}on)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_GOES_BY} (?:the )?{_NAME}",
        rf"\b{_FOUND}\b{_BY} (?:the )?{_NAME}",
        rf"\b{_FOUND} (?:(?:that|which) )?(?:the )?{_NAME} (?:has |had |have )?{_GAVE}{_ENDS}",
        rf"\b{_NAME}(?:(?:['’]s?|(?<=s)['’]) (?:own )?(?:\w+ )?| ){_FOUND}\b",
        rf"\b[Aa]s (?:the )?{_NAME} (?:has|have|had) (?:\w+ )?(?:shown|found|established|reported|documented|proved|concluded)\b",
        rf"\b(?:source|basis)(?: \w+){{0,2}} (?:was|is|being) (?:the )?{_NAME}",
    )
)
"""Words by which a sentence tells whose finding it goes by."""
_CONFIRMS = re.compile(r"\b(?:confirm|admit|acknowledg|den(?:y|ie)|reject|dismiss|conced)\w*(?: [a-z]+){0,3} $")
"""What tells that the finding is only spoken of: "confirmed the report by Tern"."""


def rested(reading: Reading, statements: Sequence[Statement], roots: Sequence[Root | None]) -> list[Root | None]:
    """Return roots in which an official who goes by another's finding is of that other's family.

    A state that goes by the finding of investigators adds nothing to theirs; two states of which one goes by the other's
    intelligence are one family.

    Args:
        reading: the document.
        statements: its statements.
        roots: their roots.
    """
    people = {w for e in reading.entities if e.kind is EntityKind.PERSON for w in fold(e.name).split(" ")}
    return [_rested(reading, s, root, people) for s, root in zip(statements, roots, strict=True)]


def _rested(reading: Reading, statement: Statement, root: Root | None, people: set[str]) -> Root | None:
    if root is None or not root.counted or official(root.family) is None:
        return root
    for name in _named(_sentence(reading, statement)):
        state = state_of(name)
        if state is not None:
            party = party_of(name, None, None)
            if party is not None and party.name == state and state != root.family:
                return replace(root, family="+".join(sorted((root.family, state))))
        elif _is_body(name, reading, people) and fold(name) != root.family:
            return replace(root, family=fold(name))
    return root


def _is_body(name: str, reading: Reading, people: set[str]) -> bool:
    """Whether a name may be investigators': of nobody in the document, of no outlet, state or body that speaks for one."""
    folded, known = fold(name), gazetteer().body(name)
    published = gazetteer().outlet(name) is not None or goes_by(folded, fold(reading.document.outlet or ""))
    return (
        not published
        and len(folded) > SHORT
        and not people & set(folded.split(" "))
        and (known is None or not known.state)
    )


def _named(sentence: str) -> Iterator[str]:
    for pattern in _PATTERNS:
        for found in pattern.finditer(sentence):
            if not _CONFIRMS.search(sentence[: found.start()]):
                yield found.group(1).removesuffix("'s").removesuffix("’s")


def _sentence(reading: Reading, statement: Statement) -> str:
    """Return the sentence in which a statement's source and cue stand, from its own words on."""
    parts = [part for part in (statement.cue, statement.source) if part is not None and part.spans]
    at = parts[0].spans[0][0] if parts else statement.content.spans[0][0]
    spans = reading.word_spans
    for a, b in reading.parse.sentences:
        if spans[a][0] <= at < spans[b - 1][1]:
            return reading.document.text[spans[a][0] : spans[b - 1][1]]
    return ""
