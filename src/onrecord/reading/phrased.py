"""Attributions by a phrase instead of a verb that the model passed over: "in the envoy's words", "according to"."""

from onrecord.reading.chains import bounds, spoken
from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Span
from onrecord.registers import ANY, Cue, CueObject, CuePos

__all__ = ["phrased"]

_OPENING = frozenset(("“", "‘", '"', "''", "``"))
_POSSESSIVE = frozenset(("his", "her", "its", "their"))
_OWNED = frozenset(("’s", "'s", "’", "'", "own"))


def phrased(tree: Tree, voices: Voices, drafts: list[Draft]) -> None:
    """Add what the phrases of the lexicon attribute, and take a quotation they lead to out of the draft that held it."""
    for i in range(len(tree.parse.words)):
        found = tree.longest(voices.lexicon.phrases, i)
        if found is None or found.entry.pos is not CuePos.PHRASE or tree.parse.quoted[i]:
            continue
        span = (found.start, found.end)
        source = _source(tree, voices, found.entry, span)
        if source is None or any(words_in(d.cue) & set(range(*span)) for d in drafts):
            continue
        quotation = _quotation(tree, max(span[1], source[1]))
        if quotation is None and (_is_taken(tree, drafts, span) or not _is_aside(tree, span, source)):
            continue
        content = quotation or _rest(tree, span, source)
        if not content:
            continue
        draft = Draft((source,), _cue(tree, span, source), content, tree.parse.head_of(span), found.entry)
        for other in drafts:
            if quotation is not None and tree.sentence_of[other.place] != tree.sentence_of[i]:
                other.content = runs(words_in(other.content) - words_in(content)) or other.content
        drafts.append(draft)


def _source(tree: Tree, voices: Voices, entry: Cue, span: Span) -> Span | None:
    """Return whose words they are: what stands for ``*`` in the phrase, or what follows it."""
    if entry.object is CueObject.VOICE:
        end, last = span[1], tree.parse.sentences[tree.sentence_of[span[0]]][1]
        while end < last and not bounds(tree, end):
            end += 1
        found = (span[1], end)
    elif entry.words.count(ANY) == 1 and entry.words[0] in ("in", "by", "as"):
        before = entry.words.index(ANY)
        a, b = span[0] + before, span[1] - (len(entry.words) - before - 1)
        while b > a and tree.parse.words[b - 1].lower() in _OWNED:
            b -= 1
        if any(tree.parse.upos[k] == "PUNCT" for k in range(a, b)):
            return None  # "in Oslo because, in the mayor's words": the second "in" is meant
        found = (a, b)
    else:
        return None
    if found[0] >= found[1]:
        return None
    head = tree.parse.head_of(found)
    return found if voices.can_speak(head) or tree.parse.words[head].lower() in _POSSESSIVE else None


def _cue(tree: Tree, span: Span, source: Span) -> tuple[Span, ...]:
    owner = {source[1]} if tree.parse.words[source[1]] in _OWNED else set[int]()
    return runs(set(range(*span)) - set(range(*source)) - owner)


def _quotation(tree: Tree, end: int) -> tuple[Span, ...] | None:
    """Return the quotation that begins right behind a phrase, to its end in the sentence."""
    parse = tree.parse
    last = parse.sentences[tree.sentence_of[end - 1]][1]
    start = end + 1 if end < last and parse.words[end] in (",", ":") else end
    if start >= last or parse.words[start] not in _OPENING:
        return None
    stop = start + 1
    while stop < last and parse.quoted[stop]:
        stop += 1
    return ((start, stop),)


def _is_taken(tree: Tree, drafts: list[Draft], span: Span) -> bool:
    """Whether another attribution stands in the sentence, which then is that one's."""
    a, b = tree.parse.sentences[tree.sentence_of[span[0]]]
    return any(k in range(a, b) for d in drafts for k in words_in((*d.cue, *d.content)))


def _is_aside(tree: Tree, span: Span, source: Span) -> bool:
    """Whether a comma sets a phrase off ("set out in their own words" attributes nothing)."""
    words, a, b = tree.parse.words, min(span[0], source[0]), max(span[1], source[1])
    return a == tree.parse.sentences[tree.sentence_of[a]][0] or words[a - 1] == "," or words[b : b + 1] == (",",)


def _rest(tree: Tree, span: Span, source: Span) -> tuple[Span, ...]:
    """Return the sentence without the phrase and its source, if that holds a clause."""
    a, b = tree.parse.sentences[tree.sentence_of[span[0]]]
    first, last = min(span[0], source[0]), max(span[1], source[1])
    parts = [spoken(tree, set(range(a, first))), spoken(tree, set(range(last, b)))]
    words = [k for part in parts for k in part]
    return runs(words) if any(tree.parse.upos[k] in ("VERB", "AUX") for k in words) else ()
