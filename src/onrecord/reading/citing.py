"""Chains by citing: whose words an outlet passes on ("Reuters reported, citing two officials"; design 4.1, shapes 1 and 3)."""

from collections.abc import Iterator

from onrecord.reading.chains import by_agent, end_of, is_outlet, spoken
from onrecord.reading.drafts import Draft, Hop, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Act, Relation, Span, VoiceKind
from onrecord.registers import Cue, CueObject, CuePos

__all__ = ["add_citations", "add_trailing", "is_citing"]

DEPTH = 5
"""Longest run of outlets that cite one another."""
_LEANING = frozenset(("rely", "draw", "lean", "base"))
"""Verbs that name a source after "on"."""
_ASCRIBING = frozenset(("attribute", "ascribe"))
"""Verbs that name a source after "to", behind what they ascribe."""
_OWN = frozenset(("intelligence", "image", "imagery", "picture", "photograph", "photo", "footage", "intercept"))
"""What a body cites as what itself knows or has seen, not as another's word."""
_REASONS = frozenset(
    (
        "concern", "fear", "reason", "need", "risk", "lack", "security", "safety", "shortage", "difficulty", "cost", "delay",
        "sensitivity", "threat", "example", "case", "weather", "health", "violation", "failure", "right", "pressure", "problem",
        "privacy", "policy", "secrecy", "precedent", "breach", "rise", "fall", "doubt", "interest", "danger", "war", "protocol",
    )
)  # fmt: skip
"""Nouns that "citing" gives as grounds for doing something, not as whose word it is."""


def is_citing(voices: Voices, k: int) -> bool:
    """Whether a verb names the voice it takes its words from: cite, quote, credit."""
    entry = voices.lexicon.cue(voices.tree.lemmas[k], "verb")
    return entry is not None and (entry.object is CueObject.VOICE or entry.lemma == "credit")


def _cited(tree: Tree, voices: Voices, k: int, depth: int = DEPTH, *, outlet: bool) -> list[Span]:
    """Return the voices named behind a word, the nearest first: "citing Yonhap, which credited lawmakers" gives both.

    They are read off the order of the words: the tree is at its worst in just these sentences. What an ``outlet`` cites is
    its source though no dictionary knows the word ("citing a timetable"), unless it is a reason.
    """
    parse = tree.parse
    last = parse.sentences[tree.sentence_of[k]][1]
    end = end_of(tree, k + 1, last)
    if end == k + 1 or not depth:
        return []
    span = (k + 1, end)
    if (
        end + 1 < last
        and parse.words[end - 1].lower() in ("source", "sources")
        and parse.words[end - 3 : end - 1] == ("and", "its")
    ):
        return [
            (k + 1, end - 3),
            (end + 1, end_of(tree, end + 1, last)),
        ]  # "quotes the daily and its source, a diplomat"
    nouns = [parse.head_of(span), *(i for i in range(*span) if parse.upos[i] in ("NOUN", "PROPN"))]
    head = next((i for i in nouns if voices.can_speak(i)), None)
    if head is None and outlet and parse.upos[nouns[0]] == "NOUN" and tree.lemmas[nouns[0]] not in _REASONS:
        head = nouns[0]
    if head is None:
        return []
    inner: list[Span] = []
    if end + 1 < last and parse.words[end] == "," and parse.words[end + 1].lower() in ("which", "who"):
        deeper = next(
            (w for c in range(end + 2, min(end + 6, last)) if (w := _leads_to(tree, voices, c)) is not None), None
        )
        through = outlet or is_outlet(voices, head)
        inner = _cited(tree, voices, deeper, depth - 1, outlet=through) if deeper is not None else []
    owner = _owner_voice(tree, voices, head) if not inner else None
    return [*([owner] if owner else []), span, *inner]


def _leads_to(tree: Tree, voices: Voices, k: int) -> int | None:
    """Return the word behind which a citing verb names its voice: "citing", "relying on", "attributing the figure to"."""
    if is_citing(voices, k):
        return k
    parse, lemma = tree.parse, tree.parse.lemmas[k]
    last = parse.sentences[tree.sentence_of[k]][1]
    if lemma in _LEANING and k + 1 < last and parse.words[k + 1].lower() in ("on", "upon"):
        return k + 1
    if lemma in _ASCRIBING:
        return next((c for c in range(k + 1, min(k + 6, last)) if parse.words[c].lower() == "to"), None)
    if lemma == "have" and parse.words[k + 1 : k + 3] == ("it", "from"):
        return k + 2
    return None


def _owner_voice(tree: Tree, voices: Voices, noun: int) -> Span | None:
    """Return the outlet whose sources are cited ("citing CNN's unnamed officials")."""
    for k in tree.children(noun, "nmod"):
        outlet = voices.gazetteer.outlet(tree.parse.words[k])
        if outlet is not None and tree.child(k, "case") is not None and not voices.name_at(noun):
            return (k, k + 1)
    return None


def _citers(tree: Tree, draft: Draft, *, outlet: bool) -> list[int]:
    """Return the citing verbs that belong to a cue: under it, beside its source, or between the two; behind an outlet's."""
    assert draft.verb is not None
    head = tree.parse.head_of(draft.source[0])
    found = [*tree.children(draft.verb, "advcl", "acl", "obl"), *tree.children(head, "acl", "advcl")]
    low, high = sorted((head + 1, draft.verb))
    opening = tree.parse.sentences[tree.sentence_of[draft.verb]][0]
    behind = range(draft.source[0][1], min(draft.source[0][1] + 3, len(tree.parse.words)))
    found += [
        k
        for k in (opening, *range(low, high), *behind)
        if tree.parse.words[k].lower().endswith("ing") and tree.parse.upos[k] in ("VERB", "ADP")
    ]
    found += _behind(tree, draft) if outlet else ()
    return sorted({k for k in found if k != draft.verb and not by_agent(tree, k)})


def _behind(tree: Tree, draft: Draft) -> Iterator[int]:
    """Yield the participles that follow a comma behind a cue, to the end of the sentence."""
    parse = tree.parse
    assert draft.verb is not None
    last = parse.sentences[tree.sentence_of[draft.verb]][1]
    for k in range(max(draft.verb, draft.source[-1][1]) + 1, last):
        if parse.words[k - 1] == "," and parse.words[k].lower().endswith("ing") and not parse.quoted[k]:
            yield k


def _citing_phrases(tree: Tree, voices: Voices, draft: Draft) -> list[int]:
    """Return the last words of phrases beside a cue that name a voice: "on the strength of", "on the evidence of"."""
    a, b = tree.parse.sentences[tree.sentence_of[draft.cue[0][0]]]
    said, found = words_in(draft.content), []
    for i in range(a, b):
        phrase = tree.longest(voices.lexicon.phrases, i)
        if phrase is None or phrase.entry.lemma == "accord to" or not _names_source(phrase.entry) or phrase.end >= b:
            continue
        if i not in said and phrase.start != draft.cue[0][0]:
            found.append(phrase.end - 1)
    return found


def add_citations(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Make the voice that a source cites the source, and the source a relay: "CNN reported, citing officials"."""
    if draft.verb is None or not draft.source or draft.entry is None:
        return
    if draft.entry.object is CueObject.VOICE and draft.entry.pos is not CuePos.PHRASE:
        return
    head = tree.parse.head_of(draft.source[0])
    outlet = is_outlet(voices, head) or _publisher(tree, voices, head) is not None
    found = [(k, _leads_to(tree, voices, k)) for k in _citers(tree, draft, outlet=outlet)]
    found += [(k, k) for k in _citing_phrases(tree, voices, draft)]
    for k, start in found:
        chain = _cited(tree, voices, start, outlet=outlet) if start is not None else []
        if not chain:
            continue
        said = words_in(draft.content) - set(range(_opening(tree, k), chain[-1][1]))
        draft.content = runs(spoken(tree, said)) or draft.content
        if not outlet and any(tree.lemmas[w] in _OWN for w in range(*chain[-1])):
            knows = any(tree.lemmas[w] == "intelligence" for w in range(*chain[-1]))
            draft.basis = "own intelligence" if knows else " ".join(tree.parse.words[slice(*chain[-1])])
            return
        first = _publisher(tree, voices, head) or _before(tree, voices.phrase(head), k)
        draft.hops += [Hop(span, Relation.RELAY) for span in (first, *chain[:-1])]
        draft.source = (chain[-1],)
        return


def _opening(tree: Tree, k: int) -> int:
    """Return where the clause of a citing verb begins: at its relative pronoun, if it has one."""
    return next((c for c in range(k - 1, max(k - 5, -1), -1) if tree.parse.words[c].lower() in ("which", "who")), k)


def _names_source(entry: Cue) -> bool:
    """Whether a phrase brings in whose word it is: "according to", "on the strength of"."""
    cites = entry.act is Act.CITE and entry.object is CueObject.VOICE and entry.pos is CuePos.PHRASE
    return cites or entry.lemma == "accord to"


def add_trailing(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Make those a content ends in the source: "the agency said the ban would go, according to two officials"."""
    if not draft.source or not is_outlet(voices, tree.parse.head_of(draft.source[0])):
        return
    said = words_in(draft.content)
    last = tree.parse.sentences[tree.sentence_of[max(said)]][1]
    for k in range(min(said) + 1, last):
        phrase = tree.longest(voices.lexicon.phrases, k)
        if phrase is None or not _names_source(phrase.entry) or tree.parse.quoted[k] or tree.parse.words[k - 1] != ",":
            continue
        end = end_of(tree, phrase.end, len(tree.parse.words))
        span = (phrase.end, end)
        goes_on = any(i >= end and tree.parse.upos[i] in ("VERB", "AUX") for i in said)
        if end > phrase.end and not goes_on and voices.can_speak(tree.parse.head_of(span)):
            draft.hops.append(Hop(draft.source[0], Relation.RELAY))
            draft.source = (span,)
            draft.content = runs(spoken(tree, {i for i in said if i < k - 1})) or draft.content
            return


def _publisher(tree: Tree, voices: Voices, noun: int) -> Span | None:
    """Return whose report it is: "Based on the agency's report, citing sources" has the agency for a link."""
    entry = voices.noun_at(noun)
    if entry is None or entry.kind is not VoiceKind.DOCUMENT:
        return None
    for k in tree.children(noun, "compound", "amod"):
        if voices.gazetteer.outlet(tree.parse.words[k]) is not None:
            return (k, k + 1)
    return next(
        (
            voices.phrase(k)
            for k in tree.children(noun, "nmod")
            if tree.child(k, "case") is not None and voices.can_speak(k)
        ),
        None,
    )


def _before(tree: Tree, span: Span, k: int) -> Span:
    """Return a phrase up to a word, without the comma before it."""
    a, b = span
    b = min(b, k) if k > a else b
    while b > a + 1 and tree.parse.upos[b - 1] == "PUNCT":
        b -= 1
    return a, b
