"""What is said without a verb: the turns of a transcript, and the signature under a quotation."""

import re
from dataclasses import replace
from itertools import pairwise

from onrecord.reading.drafts import Draft
from onrecord.reading.voices import Voices
from onrecord.records import Attribution, Parse, Span, VoiceKind

__all__ = ["turns", "with_turns"]

LONGEST_LABEL = 30
"""Words before the colon of a turn: a name with an office, a place and a day."""
LONGEST_SIGNATURE = 12
_ASKERS = frozenset(("Q", "A", "QUESTION", "ANSWER", "Question", "Answer"))
_DASHES = frozenset(("-", "--", "—", "–", "―", "~"))
_OPENING = frozenset("\"'“‘«„") | {"``", "''"}
_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")


def turns(parse: Parse, voices: Voices) -> list[Draft]:
    """Return the turns of a transcript, signed quotations, and what a headline says before or after a colon.

    A turn is a paragraph that opens with a label and a colon, the label being "Q", "A" or a name in capitals. One such
    paragraph is no transcript ("EXCLUSIVE:" opens many a report); from two on, each is a turn, and so are the paragraphs
    without a label between two turns where quotation marks or the form of question and answer carry them on.
    """
    return [*_spoken(parse), *_headline(parse, voices)]


def with_turns(parse: Parse) -> Parse:
    """Return a parse whose attributions hold the turns and signatures that the model left out."""
    known = {i for x in parse.attributions for a, b in x.cue for i in range(a, b)}
    more = [Attribution(d.source, d.cue, d.content) for d in _spoken(parse) if d.cue[0][0] not in known]
    if not more:
        return parse
    return replace(parse, attributions=tuple(sorted((*parse.attributions, *more), key=lambda x: x.cue[0])))


def _spoken(parse: Parse) -> list[Draft]:
    bodies = [
        (parse.sentences[a][0], parse.sentences[b - 1][1]) for a, b in parse.paragraphs[parse.headline :] if b > a
    ]
    labels = [_label(parse, span) for span in bodies]
    found = _dialogue(parse, bodies, labels) if sum(k is not None for k in labels) > 1 else []
    colons = {d.place for d in found}
    more = [*_signed(parse, bodies), *_introduced(parse), *_posted(parse, bodies)]
    return [*found, *(d for d in more if d.place not in colons)]


def _introduced(parse: Parse) -> list[Draft]:
    """Return quotations that a name and a colon bring in without a verb: "Pew Research: “All samples ...”"."""
    found = []
    named = {i for n in parse.names for i in range(n.start, n.end)}
    for a, b in parse.sentences:
        for k in range(a + 1, b - 1):
            if (
                parse.words[k] != ":"
                or not parse.quoted[k + 1]
                or parse.quoted[k]
                or parse.words[k + 1] not in _OPENING
            ):
                continue
            start = max([a, *(j + 1 for j in range(a, k) if parse.words[j] in _DASHES)])
            label = range(start, k)
            verbs = any(parse.upos[i] in ("VERB", "AUX") for i in label)
            if 0 < len(label) <= LONGEST_SIGNATURE and not verbs and named & set(label):
                end = k + 1
                while end < len(parse.words) and parse.quoted[end]:
                    end += 1
                found.append(Draft(((start, k),), ((k, k + 1),), ((k + 1, end),), k))
    return found


def _posted(parse: Parse, bodies: list[Span]) -> list[Draft]:
    """Return posts signed in their paragraph: "Just another day. — Karl Brandt (@brandt) September 1, 2016"."""
    found = []
    for a, b in bodies:
        dashes = [k for k in range(a + 1, b - 3) if parse.words[k] in _DASHES]
        for k in dashes:
            handle = next((j for j in range(k + 2, min(k + 8, b - 1)) if parse.words[j] == "("), None)
            if handle is not None and parse.words[handle + 1].startswith("@"):
                close = next((j for j in range(handle + 1, min(handle + 5, b)) if parse.words[j] == ")"), handle)
                found.append(Draft(((k + 1, close + 1),), ((k, k + 1),), ((a, k),), k))
                break
    return found


def _headline(parse: Parse, voices: Voices) -> list[Draft]:
    """Return "Junta imported arms: UN expert" and "Tehran: we sent nothing"; a label that is nobody's name is no source."""
    if not parse.headline:
        return []
    first, last = parse.paragraphs[0]
    a, b = parse.sentences[first][0], parse.sentences[last - 1][1]
    colons = [k for k in range(a + 1, b - 1) if parse.words[k] == ":" and not parse.quoted[k]]
    if len(colons) != 1:
        return []
    colon = colons[0]
    for source, said in (((colon + 1, b), (a, colon)), ((a, colon), (colon + 1, b))):
        head = parse.head_of(source)
        verbs = any(parse.upos[k] in ("VERB", "AUX") for k in range(*source))
        if (
            source[1] - source[0] <= LONGEST_SIGNATURE // 2
            and not verbs
            and voices.can_speak(head)
            and voices.describe(source).kind is not VoiceKind.DOCUMENT
        ):
            return [Draft((source,), ((colon, colon + 1),), (said,), colon)]
    return []


def _label(parse: Parse, span: Span) -> int | None:
    """Return the colon that ends a paragraph's label, or None."""
    a, b = span
    for k in range(a + 1, min(b - 1, a + LONGEST_LABEL)):
        word = parse.words[k]
        if word == ":":
            first = parse.words[a]
            named = first in _ASKERS and k == a + 1
            return k if named or (_CAPITALS.fullmatch(first) and not parse.quoted[a]) else None
        if word in (".", "?", "!", ";") or parse.quoted[k]:
            return None
    return None


def _dialogue(parse: Parse, bodies: list[Span], labels: list[int | None]) -> list[Draft]:
    found: list[Draft] = []
    for (a, b), colon in zip(bodies, labels, strict=True):
        if colon is not None:
            found.append(
                Draft(((a, _label_end(parse, a, colon)),), ((colon, colon + 1),), (_said(parse, colon + 1, b),), colon)
            )
        elif found and parse.quoted[a] and parse.quoted[b - 1]:
            previous = found[-1]
            if previous.content[-1][1] >= a - 2 or parse.quoted[previous.content[-1][1] - 1]:
                previous.content = (*previous.content, (a, b))
    return found


def _label_end(parse: Parse, a: int, colon: int) -> int:
    """Return where the name and office of a label end: before the place or day that follows them."""
    commas = [k for k in range(a, colon) if parse.words[k] == ","]
    return commas[1] if len(commas) > 1 else colon


def _said(parse: Parse, a: int, b: int) -> Span:
    """Return what a label is followed by: the quotation, where it opens with one, else the paragraph."""
    end = a
    while end < b and parse.quoted[end]:
        end += 1
    return (a, end) if end > a else (a, b)


def _signed(parse: Parse, bodies: list[Span]) -> list[Draft]:
    """Return quotations followed by a paragraph that is only a dash and a name."""
    found = []
    for (a, b), (c, d) in pairwise(bodies):
        end = d - 1 if parse.words[d - 1] == "." else d
        if parse.words[c] in _DASHES and 1 < end - c <= LONGEST_SIGNATURE and parse.quoted[a] and parse.quoted[b - 1]:
            named = any(n.start < end and n.end > c for n in parse.names)
            verbs = any(parse.upos[k] in ("VERB", "AUX") for k in range(c, end))
            if named and not verbs:
                found.append(Draft(((c + 1, end),), ((c, c + 1),), ((a, b),), c))
    return found
