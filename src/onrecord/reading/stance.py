"""What a source does with what it says: stance, certainty, condition and scope (design section 2)."""

from dataclasses import dataclass, replace

from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.reading.search import cue_at
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree, runs, top_of
from onrecord.reading.voices import Voices
from onrecord.records import Act, Certainty, Span, Stance
from onrecord.registers import HedgeKind

__all__ = ["Verdict", "assess", "split"]

_WILL = frozenset(("will", "'ll", "’ll", "wo", "shall"))
_HAVE = frozenset(("has", "have", "had", "'ve", "’ve"))
_WOULD = frozenset(("would", "'d", "’d"))
_OUGHT = frozenset(("should", "must", "ought"))
_FIRST = frozenset(("i", "we"))
_THIRD = frozenset(("he", "she", "it", "they"))
_PERSONAL = frozenset(("he", "she"))
_OWN_WORDS = frozenset(("his", "her", "its", "their", "our", "my"))
_OWN_NOUNS = frozenset("country government side ministry army military state nation company party forces office department".split())
_MEANING = frozenset("indicate mean suggest show say constitute violate breach amount imply be".split())
_IF = frozenset(("if", "unless", "provided", "providing"))
_WHOEVER = frozenset(("whoever", "anyone", "anybody", "whatever"))
_WITHOUT = frozenset(("without", "absent"))
_NOW = frozenset(("now", "currently", "presently", "directly", "officially", "knowingly", "today", "deliberately"))
_LIMITING = frozenset(("since", "during", "under", "after", "before", "until", "for", "outside"))
_LIMITED_KINDS = frozenset(("official", "direct", "lethal", "offensive", "military", "nuclear"))
_UNCERTAIN = frozenset((Stance.DECLINES, Stance.WITHHOLDS, Stance.DEMANDS, Stance.DOUBTS))
_SCOPED = frozenset((Stance.DENIES, Stance.DISMISSES, Stance.COMMITS))
_FALSE = frozenset(("false", "wrong", "untrue", "incorrect", "fabricated", "lie", "fabrication", "fake"))
_BASELESS = frozenset(
    [
        "baseless",
        "unfounded",
        "groundless",
        "ludicrous",
        "absurd",
        "ridiculous",
        "nonsense",
        "rumour",
        "rumor",
        "fiction",
        "fantasy",
        "theatre",
        "theater",
        "propaganda",
        "laughable",
        "unsubstantiated",
        "boring",
        "hysteria",
    ]
)
_MIND = frozenset(
    (Act.BELIEVE, Act.DOUBT, Act.DENY, Act.DEMAND, Act.PROMISE, Act.EXPECT, Act.DISMISS, Act.RETRACT, Act.ACCUSE)
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a source does with a content; condition and scope as ranges of words."""

    stance: Stance
    certainty: Certainty | None
    condition: Span | None = None
    scope: Span | None = None


def assess(tree: Tree, voices: Voices, speakers: Speakers, draft: Draft) -> Verdict:
    """Return stance, certainty, condition and scope of a statement from its cue and from what is said."""
    head = top_of(tree, draft.content)
    stance, certainty = _from_cue(tree, draft)
    condition = _condition(tree, draft, head)
    if stance is Stance.ASSERTS:
        stance, certainty = _from_content(tree, voices, speakers, draft, head, certainty)
    if draft.hearsay:
        stance, certainty = _hearsay(voices, draft)
    hedged = _hedge(tree, voices, draft, head)
    if certainty is not None and hedged is not None and stance not in _UNCERTAIN:
        certainty = max(certainty, hedged, key=list(Certainty).index)
    if stance in _UNCERTAIN:
        certainty = None
    scope = _scope(tree, draft, head) if stance in _SCOPED else None
    return Verdict(stance, certainty, condition, scope)


def _from_cue(tree: Tree, draft: Draft) -> tuple[Stance, Certainty | None]:
    entry = draft.entry
    if entry is None:
        return Stance.ASSERTS, Certainty.CERTAIN
    stance = (entry.negated or Stance.ASSERTS) if draft.denied else entry.stance
    certainty = entry.certainty if not draft.denied else Certainty.CERTAIN
    return stance, None if stance in _UNCERTAIN else certainty or Certainty.CERTAIN


def _hearsay(voices: Voices, draft: Draft) -> tuple[Stance, Certainty | None]:
    from_cue = next(
        (e for i in range(draft.cue[0][0], draft.cue[-1][1]) if (e := _hearsay_entry(voices, i)) is not None), None
    )
    return from_cue or (Stance.ASSERTS, Certainty.CERTAIN)


def _hearsay_entry(voices: Voices, i: int) -> tuple[Stance, Certainty | None] | None:
    found = voices.lexicon.hearsay.longest(voices.tree.lemmas, i)
    return (found.entry.stance, found.entry.certainty) if found is not None else None


def _from_content(
    tree: Tree, voices: Voices, speakers: Speakers, draft: Draft, head: int, certainty: Certainty | None
) -> tuple[Stance, Certainty | None]:
    """Return what a plain "said" turns out to be: a denial, a commitment, an expectation, a demand, ..."""
    subject = tree.subject(head)
    own = subject is not None and (
        is_own_side(tree, speakers, draft, subject) if covers(draft.content, subject) else covers(draft.source, subject)
    )
    own = own or (subject is not None and not covers(draft.content, subject) and tree.parse.words[subject].lower() in _THIRD)
    modals = tree.modals(head)
    negated = bool(tree.negations(head)) or _denied_noun(tree, head)
    near = (head, *tree.children(head, "xcomp", "obl", "obj"))
    words = {tree.parse.lemmas[k].lower() for o in near for k in (o, *tree.children(o, "amod"))}
    copula = tree.child(head, "cop") is not None
    inner = _inner_cue(tree, voices, draft, head, own)
    if inner is not None and inner[0] is not Stance.ASSERTS and not words & _BASELESS:
        return inner
    assured = tree.child(head, "ccomp")
    if own and assured is not None and covers(draft.content, assured) and tree.parse.words[subject or 0].lower() in _FIRST:
        return _from_content(tree, voices, speakers, draft, assured, certainty)
    if words & _BASELESS and not negated and not _never(tree, head):
        return Stance.DISMISSES, Certainty.CERTAIN
    if (copula and words & (_FALSE | _BASELESS) and not negated) or _never(tree, head):
        return Stance.DENIES, Certainty.CERTAIN
    if modals & _OUGHT or (tree.parse.lemmas[head] == "need" and tree.child(head, "xcomp") is not None and not own):
        return Stance.DEMANDS, None
    if negated and own and modals & _WILL and modals & _HAVE:
        return Stance.DENIES, certainty
    if modals & _WILL or _going_to(tree, head):
        return (Stance.COMMITS if own else Stance.EXPECTS), certainty
    if modals & _WOULD:
        if own:
            return Stance.COMMITS, certainty
        meaning = tree.parse.lemmas[head] in _MEANING or (copula and tree.parse.upos[head] in ("NOUN", "PRON"))
        return (Stance.ASSERTS if meaning else Stance.EXPECTS), certainty
    if negated and own and not copula:
        return Stance.DENIES, certainty
    if (
        modals & {"may", "might", "could"}
        and not copula
        and "have" not in {tree.parse.lemmas[k] for k in tree.auxiliaries(head)}
    ):
        stative = tree.parse.lemmas[head] in ("know", "have", "be", "need", "want")
        return (Stance.ASSERTS if stative else Stance.EXPECTS), certainty
    return Stance.ASSERTS, certainty


def _inner_cue(
    tree: Tree, voices: Voices, draft: Draft, head: int, own: bool
) -> tuple[Stance, Certainty | None] | None:
    """Return the stance of "he had no information", "I doubt it", "we cannot confirm" said by the source itself."""
    if not own:
        if tree.parse.words[head].lower() == "there" or tree.child(head, "expl") is not None:
            for i in range(min(words_in(draft.content)), head + 4):
                found = voices.lexicon.phrases.longest(tree.lemmas, i)
                if found is not None and found.entry.stance is Stance.WITHHOLDS:
                    return Stance.WITHHOLDS, None
        return None
    for i in range(max(0, head - 4), head + 1):
        cue = cue_at(tree, voices.lexicon, i)
        if cue is None or not covers(draft.content, i) or not (cue.verb == head or cue.span[0] <= head < cue.span[1]):
            continue
        if len(cue.entry.words) == 1 and cue.entry.act not in _MIND and not cue.denied:
            continue
        stance = cue.stance
        if stance is None or stance is Stance.ASSERTS:
            continue
        return stance, None if stance in _UNCERTAIN else cue.entry.certainty or Certainty.CERTAIN
    return None


def is_own_side(tree: Tree, speakers: Speakers, draft: Draft, subject: int) -> bool:
    """Whether a subject inside a content is the source itself, or the state or body it speaks for."""
    word = tree.parse.words[subject].lower()
    if word in _FIRST:
        return tree.parse.quoted[subject] or not draft.source
    if not draft.source:
        return False
    source = speakers.taken_up.get(draft.source[0][0], draft.source[0])
    same = speakers.voices.same(source, (subject, subject + 1))
    if tree.parse.upos[subject] == "PRON" and word in _THIRD:
        if tree.parse.quoted[subject] and not tree.parse.quoted[source[0]]:
            return False
        if same is None and word == "it" and _after_own(tree, speakers, draft, subject):
            return True
        return same if same is not None else speakers.fits(source, word)
    start = tree.phrase(subject)[0]
    if tree.parse.words[start].lower() in _OWN_WORDS and tree.parse.lemmas[subject].lower() in _OWN_NOUNS:
        return True
    return speakers.same_side(draft.source[0], subject)


def _after_own(tree: Tree, speakers: Speakers, draft: Draft, subject: int) -> bool:
    """Whether the subject before "it" in the same sentence is the source's side: "the cabinet will act, and it would go on"."""
    a, _ = tree.parse.sentences[tree.sentence_of[subject]]
    before = [k for k in range(a, subject) if tree.relation(k) == "nsubj" and tree.parse.upos[k] in ("NOUN", "PROPN")]
    return bool(before) and not covers(draft.source, before[-1]) and speakers.same_side(draft.source[0], before[-1])


def _denied_noun(tree: Tree, head: int) -> bool:
    """Whether the object is denied: "had no involvement", "have no plans"; "no doubt" and the like are no denial."""
    for k in tree.children(head, "obj"):
        if tree.parse.lemmas[k].lower() in ("nothing", "nobody", "none"):
            return True
        if any(tree.parse.words[d].lower() == "no" for d in tree.children(k, "det")):
            return tree.parse.lemmas[k].lower() not in ("doubt", "mandate", "choice", "idea")
    return False


def _never(tree: Tree, head: int) -> bool:
    """Whether an event is said never to have happened ("is fiction and never took place")."""
    return any(
        tree.parse.lemmas[k] in ("happen", "take", "occur", "exist") and tree.negations(k)
        for k in (head, *tree.children(head, "conj"))
    )


def _going_to(tree: Tree, head: int) -> bool:
    return tree.parse.words[head].lower() == "going" and tree.child(head, "xcomp") is not None


def _hedge(tree: Tree, voices: Voices, draft: Draft, head: int) -> Certainty | None:
    """Return the lowest certainty of the hedges that touch the main predicate of a content."""
    near = {head, *tree.auxiliaries(head), *tree.children(head, "advmod", "xcomp", "obl")}
    parent = tree.parse.heads[head]
    if parent is not None and covers(draft.content, parent):
        near.add(parent)
    lowest: Certainty | None = None
    for i in sorted(near):
        if not covers(draft.content, i) and not covers(draft.cue, i):
            continue
        found = voices.lexicon.hedges.longest(tree.lemmas, i)
        if found is None or (found.entry.kind is HedgeKind.MODAL and tree.parse.upos[i] != "AUX"):
            continue
        if tree.parse.words[i].lower() == "could" and (
            tree.negations(head) or (_if_clause(tree, head) is not None and False)
        ):
            continue
        order = list(Certainty).index
        lowest = found.entry.certainty if lowest is None else max(lowest, found.entry.certainty, key=order)
    return lowest


def _if_clause(tree: Tree, head: int) -> Span | None:
    for k in tree.children(head, "advcl", "advmod", "obl", "parataxis"):
        words = tree.subtree(k)
        first = tree.parse.words[words[0]].lower()
        if first in _IF or (
            first in ("as", "only") and len(words) > 3 and tree.parse.words[words[0] + 1].lower() in _IF
        ):
            return tree.phrase(k)
        if first in _WITHOUT and tree.modals(head) & (_WILL | _WOULD):
            return tree.phrase(k)
    return None


def _condition(tree: Tree, draft: Draft, head: int) -> Span | None:
    """Return the words of a condition: an "if" clause, "without ...", or the subject of "any transfer would ..."."""
    said = words_in(draft.content)
    chain = [head, *(k for k in tree.children(head, "ccomp", "xcomp") if k in said)]
    if draft.verb is not None and draft.verb not in said:
        chain.append(draft.verb)
    for k in chain:
        span = _if_clause(tree, k)
        if span is not None:
            return _clipped(draft, span)
    if _opens_with_if(tree, draft):
        return _comma(tree, draft)
    subject = tree.own_subject(head)
    if subject is None or subject not in said:
        return None
    modal = tree.modals(head) & (_WILL | _WOULD)
    whole = tree.phrase(subject)
    first = tree.parse.words[whole[0]].lower()
    open_ended = first in ("any", "such") or first in _WHOEVER or tree.relation(subject) == "csubj"
    return whole if modal and open_ended else None


def _clipped(draft: Draft, span: Span) -> Span:
    """Return what of a clause lies in the part of the content it begins in: a reporting clause may stand inside it."""
    for a, b in draft.content:
        if a <= span[0] < b:
            return span[0], min(span[1], b)
    return span


def _opens_with_if(tree: Tree, draft: Draft) -> bool:
    a = draft.content[0][0]
    return any(w.lower() in _IF for w in tree.parse.words[a : a + 2])


def _comma(tree: Tree, draft: Draft) -> Span | None:
    """Return the clause that a content opens with, up to its first comma; None where it is all there is ("asked if")."""
    a, b = draft.content[0]
    start = a if tree.parse.words[a].lower() in _IF else a + 1
    end = next((k for k in range(start, b) if tree.parse.words[k] == ","), b)
    return (start, end) if end < b or len(draft.content) > 1 else None


def _scope(tree: Tree, draft: Draft, head: int) -> Span | None:
    """Return the words that limit a denial or a commitment in time, kind, party or place."""
    said = words_in(draft.content)
    places = [head, *(k for k in tree.children(head, "obj", "xcomp", "ccomp", "obl") if k in said)]
    for p in places:
        for k in tree.children(p, "advcl", "obl", "nmod", "acl", "advmod", "amod"):
            if k not in said:
                continue
            first = min(w for w in tree.subtree(k) if tree.parse.upos[w] != "PUNCT" or w == k)
            word, lemma = tree.parse.words[first].lower(), tree.parse.lemmas[k].lower()
            if tree.relation(k) == "advmod" and lemma in _NOW:
                return tree.phrase(k)
            if tree.relation(k) == "amod" and (lemma in _LIMITED_KINDS or lemma.startswith("long-")):
                return tree.phrase(k)
            if tree.relation(k) in ("advcl", "obl") and word in _LIMITING and word != "for":
                return tree.phrase(k)
            if tree.relation(k) == "acl" and word == "to" and tree.is_passive(k):
                return tree.phrase(k)
    return None


def split(tree: Tree, voices: Voices, speakers: Speakers, draft: Draft) -> list[tuple[Draft, Verdict]]:
    """Return a statement as one for each stretch of its content with a stance, certainty and condition of its own."""
    whole = assess(tree, voices, speakers, draft)
    parts = _parts(tree, draft)
    if (
        len(parts) < 2
        or whole.stance in (Stance.DECLINES,)
        or (draft.entry is not None and draft.entry.stance is not Stance.ASSERTS)
    ):
        return [(draft, whole)]
    grouped: list[tuple[list[int], Verdict]] = []
    told = set[int]().union(*(words_in((*d.source, *d.cue, *d.content)) for d in draft.reports))
    for words in parts:
        if grouped and told and len(told & set(words)) > len(words) / 2:
            grouped[-1][0].extend(words)
            continue
        verdict = assess(tree, voices, speakers, replace(draft, content=runs(words)))
        last = grouped[-1] if grouped else None
        if last is not None and (last[1].stance, last[1].certainty, last[1].condition) == (
            verdict.stance,
            verdict.certainty,
            verdict.condition,
        ):
            last[0].extend(words)
        else:
            grouped.append((list(words), verdict))
    if len(grouped) < 2:
        return [(draft, whole)]
    return [(replace(draft, content=runs(_trimmed(tree, words))), verdict) for words, verdict in grouped]


def _trimmed(tree: Tree, words: list[int]) -> list[int]:
    """Return the words of a part without the comma or dash that cut it off, outside quotations."""
    kept = list(words)
    while len(kept) > 1 and tree.parse.upos[kept[0]] == "PUNCT" and not tree.parse.quoted[kept[0]]:
        kept.pop(0)
    while len(kept) > 1 and tree.parse.upos[kept[-1]] == "PUNCT" and not tree.parse.quoted[kept[-1]]:
        kept.pop()
    return kept


def _parts(tree: Tree, draft: Draft) -> list[list[int]]:
    """Return the clauses of a content that can differ in stance: its sentences, and the coordinated clauses of each."""
    by_sentence: dict[int, list[int]] = {}
    for k in sorted(words_in(draft.content)):
        by_sentence.setdefault(tree.sentence_of[k], []).append(k)
    parts: list[list[int]] = []
    for words in by_sentence.values():
        if not any(tree.parse.upos[k] in ("VERB", "AUX") for k in words):
            if parts:
                parts[-1] += words
            else:
                parts.append(words)
            continue
        parts += _clauses(tree, words)
    return parts


def _clauses(tree: Tree, words: list[int]) -> list[list[int]]:
    head = top_of(tree, runs(words))
    inside = set(words)
    cuts = []
    for k in tree.children(head, "conj", "parataxis"):
        predicate = tree.parse.upos[k] in ("VERB", "AUX") or tree.child(k, "cop") is not None
        if k in inside and predicate and tree.is_finite(k):
            cuts.append(min(tree.subtree(k)))
    tops = [k for k in words if tree.parse.heads[k] not in inside and k != head and tree.parse.upos[k] in ("VERB", "AUX")]
    cuts += [min(w for w in tree.subtree(k) if w in inside) for k in tops if tree.own_subject(k) is not None]
    edges = [words[0], *sorted(c for c in cuts if c > words[0]), words[-1] + 1]
    return [part for a, b in zip(edges, edges[1:], strict=False) if (part := [k for k in words if a <= k < b])]
