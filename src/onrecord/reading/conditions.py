"""What a statement is tied to: its condition, and the scope of a denial or a commitment (design 4.1, shapes 7 and 9)."""

from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.tree import Tree
from onrecord.records import Span

__all__ = ["WILL", "WOULD", "condition", "opens_condition", "scope"]

WILL = frozenset(("will", "'ll", "’ll", "wo", "shall"))
WOULD = frozenset(("would", "'d", "’d"))
_IF = frozenset(("if", "unless", "provided", "providing", "assuming", "supposing"))
_INVERTING = frozenset(("should", "had", "were"))
_AS_SOON = frozenset(("as soon as", "as long as", "so long as", "on condition that", "in case of", "in the event"))
_ONCE = frozenset(("once", "whenever"))
"""Words that make a condition of a clause beside what will be."""
_LED_IN = frozenset(("as", "only", "even", "and", "but"))
_WHOEVER = frozenset(("whoever", "anyone", "anybody", "whatever"))
_WITHOUT = frozenset(("without", "absent"))
_NOW = frozenset(
    (
        "now", "currently", "presently", "directly", "officially", "formally", "knowingly", "intentionally", "willingly",
        "openly", "militarily", "today", "deliberately", "anymore", "recently",
    )
)  # fmt: skip
_TIMES = frozenset(("year", "month", "decade", "week", "day", "time", "war", "century", "period", "mandate", "term"))
_PARTIES = frozenset(
    ("side", "party", "belligerent", "combatant", "area", "zone", "region", "conflict", "state", "country")
)
_USES = frozenset(("use", "purpose", "end", "export"))
_LIMITING = frozenset(("since", "during", "under", "after", "before", "until", "outside"))
_LIMITED_KINDS = frozenset(
    (
        "official",
        "direct",
        "lethal",
        "offensive",
        "military",
        "nuclear",
        "heavy",
        "formal",
        "combat",
        "new",
        "further",
        "active",
    )
)


def condition(tree: Tree, draft: Draft, head: int) -> Span | None:
    """Return the words of a condition: an "if" clause, "without ...", or the subject of "any transfer would ...".

    Args:
        tree: the tree.
        draft: the statement.
        head: the predicate of its content.
    """
    span = _condition(tree, draft, head)
    return _closed(tree, span) if span is not None else None


def _closed(tree: Tree, span: Span) -> Span:
    """Return a span with the mark that closes the quotation opened in it, where that is the next word."""
    a, b = span
    words = tree.parse.words
    after = words[b] if b < len(words) else ""
    return (a, b + 1) if after == "”" and words[a:b].count("“") > words[a:b].count("”") else span


def _condition(tree: Tree, draft: Draft, head: int) -> Span | None:
    said = words_in(draft.content)
    chain = [head, *(k for k in tree.children(head, "ccomp", "xcomp") if k in said)]
    chain += [k for k in said if k != head and tree.relation(k) == "ccomp" and tree.parse.heads[k] not in said]
    if draft.verb is not None and draft.verb not in said:
        chain.append(draft.verb)
    for k in chain:
        span = _if_clause(tree, k)
        if span is not None and span[0] <= head < span[1] and _opens_with_if(tree, draft):
            return _up_to_comma(tree, draft)  # the tree put the main clause under the condition
        if span is not None:
            return _with_only(tree, _clipped(draft, span))
    if _opens_with_if(tree, draft):
        return _up_to_comma(tree, draft)
    return _aside(tree, draft) or _inverted(tree, draft) or _open_subject(tree, head, said) or _open_run(tree, draft)


def _if_clause(tree: Tree, head: int) -> Span | None:
    for k in tree.children(head, "advcl", "advmod", "obl", "parataxis"):
        words = tree.subtree(k)
        first = tree.parse.words[words[0]].lower()
        second = tree.parse.words[words[1]].lower() if len(words) > 3 else ""
        if first in _IF or (first in _LED_IN and second in _IF) or tree.text((words[0], words[0] + 3)) in _AS_SOON:
            return tree.phrase(k)
        if first in _ONCE and tree.relation(k) == "advcl" and tree.modals(head) & (WILL | WOULD):
            return tree.phrase(k)
        if first in _WITHOUT and tree.modals(head) & (WILL | WOULD):
            return tree.phrase(k)
    return None


def _inverted(tree: Tree, draft: Draft) -> Span | None:
    """Return a condition without "if": "guarantee wages should orders dry up", "had it known"."""
    words, upos = tree.parse.words, tree.parse.upos
    for a, b in draft.content:
        for k in range(a + 1, b - 2):
            if (
                words[k].lower() not in _INVERTING
                or upos[k] != "AUX"
                or upos[k - 1] in ("PRON", "CCONJ", "ADV", "PART")
            ):
                continue
            head = tree.parse.heads[k]
            subject = tree.own_subject(head) if head is not None and head > k else None
            if (
                head is not None
                and subject is not None
                and k < subject < head
                and tree.relation(head) in ("advcl", "ccomp")
            ):
                return k, min(b, tree.phrase(head)[1])
    return None


def _with_only(tree: Tree, span: Span) -> Span:
    """Return a condition with the "only" or "even" before it."""
    before = span[0] - 1
    return (before, span[1]) if before >= 0 and tree.parse.words[before].lower() in ("only", "even") else span


def _open_run(tree: Tree, draft: Draft) -> Span | None:
    """Return what is left open before a reporting clause: "Whoever buys it, he says, will pay", or before its "will"."""
    start, last = _first(tree, draft), draft.content[0][1]
    if tree.parse.words[start].lower() in _WHOEVER:
        modal = next((k for k in range(start + 2, last) if tree.parse.words[k].lower() in WILL | WOULD), None)
        if modal is not None and tree.parse.upos[modal] == "AUX":
            return start, modal
    if len(draft.content) < 2:
        return None
    (a, b), (c, _) = draft.content[0], draft.content[1]
    words = tree.parse.words
    if tree.parse.upos[c] != "AUX" or words[c].lower() not in WILL | WOULD:
        return None
    first = words[a].lower()
    infinitive = first == "to" and tree.parse.upos[a + 1] == "VERB"
    return (a, b) if infinitive or first in _WHOEVER or (first in ("any", "such") and words[a + 1] != "of") else None


def _clipped(draft: Draft, span: Span) -> Span:
    """Return what of a clause lies in the part of the content it begins in: a reporting clause may stand inside it."""
    for a, b in draft.content:
        if a <= span[0] < b:
            return span[0], min(span[1], b)
    return span


def _opens_with_if(tree: Tree, draft: Draft) -> bool:
    return opens_condition(tree, _first(tree, draft))


def opens_condition(tree: Tree, a: int) -> bool:
    """Whether a condition begins at a word: "if", "even if", "in the event", "Should the reports prove true"."""
    first = tree.parse.words[a].lower()
    inverted = first in ("should", "had", "were") and tree.parse.upos[a] == "AUX"
    phrase = tree.text((a, min(a + 3, len(tree.parse.words)))) in _AS_SOON
    return inverted or phrase or any(w.lower() in _IF for w in tree.parse.words[a : a + 2])


def _first(tree: Tree, draft: Draft) -> int:
    """Return the first word of a content that is no mark."""
    a, b = draft.content[0]
    return next((k for k in range(a, b) if tree.parse.upos[k] != "PUNCT"), a)


def _up_to_comma(tree: Tree, draft: Draft) -> Span | None:
    """Return the clause that a content opens with, up to its first comma; None where it is all there is ("asked if")."""
    a = _first(tree, draft)
    b = min(draft.content[0][1], tree.parse.sentences[tree.sentence_of[a]][1])
    start = a + 1 if tree.parse.words[a + 1 : a + 2] and tree.parse.words[a + 1].lower() in _IF else a
    end = next((k for k in range(start, b) if tree.parse.words[k] == ","), b)
    return (start, end) if end < b or (len(draft.content) > 1 and b == draft.content[0][1]) else None


def _aside(tree: Tree, draft: Draft) -> Span | None:
    """Return a condition between commas, whatever the tree hangs it on: "the sale, if confirmed, would break the treaty"."""
    words = tree.parse.words
    for a, b in draft.content:
        for k in range(a + 1, b):
            opens = words[k].lower() in _IF or (
                words[k].lower() in _INVERTING
                and tree.parse.upos[k] in ("AUX", "SCONJ")
                and tree.parse.upos[k + 1 : k + 2] in (("PRON",), ("DET",), ("PROPN",))
            )
            if opens and words[k - 1] == ",":
                return k, next((e for e in range(k, b) if words[e] == ","), b)
            if words[k].lower() in ("provided", "providing", "assuming") and words[k + 1 : k + 2] == ("that",):
                return k, next((e for e in range(k, b) if words[e] == ","), b)
    return None


def _open_subject(tree: Tree, head: int, said: set[int]) -> Span | None:
    """Return the subject of "any transfer would ...", "whoever buys it will ...": what is left open is the condition."""
    subject = tree.own_subject(head)
    if subject is None or subject not in said or not tree.modals(head) & (WILL | WOULD):
        return None
    whole = tree.phrase(subject)
    if whole[0] - 1 in said and tree.parse.words[whole[0] - 1].lower() in ("any", "such"):
        whole = (whole[0] - 1, whole[1])  # wherever the tree hangs the determiner
    first = tree.parse.words[whole[0]].lower()
    second = tree.parse.words[whole[0] + 1].lower()
    return (
        whole
        if (first in ("any", "such") and second != "of") or first in _WHOEVER or tree.relation(subject) == "csubj"
        else None
    )


def scope(tree: Tree, draft: Draft, head: int) -> Span | None:
    """Return the words that limit a denial or a commitment in time, kind, party or place.

    Args:
        tree: the tree.
        draft: the statement.
        head: the predicate of its content.
    """
    said = words_in(draft.content)
    for p in (head, *(k for k in tree.children(head, "obj", "xcomp", "ccomp", "obl") if k in said)):
        for k in tree.children(p, "advcl", "obl", "nmod", "acl", "advmod", "amod", "compound"):
            if k in said and _limits(tree, k):
                return tree.phrase(k)
    return _named_limit(tree, draft)


def _named_limit(tree: Tree, draft: Draft) -> Span | None:
    """Return a limit that says that it is one: "as far as aircraft go", "as regards 2023", "where the army is concerned"."""
    words = tree.parse.words
    for a, b in draft.content:
        for k in range(a, b):
            end = next((e for e in range(k + 1, b) if words[e] in (",", ".", "”", ";")), b)
            run = [w.lower() for w in words[k:end]]
            concerned = run[:1] == ["where"] and run[-1:] == ["concerned"]
            if " ".join(run[:3]) == "as far as" or run[:2] in (["as", "regards"], ["as", "for"]) or concerned:
                return k, end
    return None


def _limits(tree: Tree, k: int) -> bool:
    first = min(w for w in tree.subtree(k) if tree.parse.upos[w] != "PUNCT" or w == k)
    word, lemma, relation = tree.parse.words[first].lower(), tree.lemmas[k], tree.relation(k)
    if relation == "advmod":
        return lemma in _NOW
    if relation in ("amod", "compound"):
        return lemma in _LIMITED_KINDS or tree.text(tree.phrase(k)).replace(" ", "").startswith(("long-", "short-"))
    if relation == "obl" and lemma in _NOW:
        return True
    if relation in ("obl", "nmod") and word == "to" and lemma in _PARTIES:
        return True  # "sells nothing to either side"
    if relation == "obl" and word == "from" and any(tree.lemmas[w] == "own" for w in tree.subtree(k)):
        return True  # "not from its own stocks"
    if relation == "advcl" and word == "while":
        return True
    if relation in ("advcl", "obl", "nmod"):
        timed = word in ("in", "over", "for", "within") and lemma in _TIMES
        return (word in _LIMITING and relation != "nmod") or timed or (word == "for" and lemma in _USES)
    return relation == "acl" and word == "to" and tree.is_passive(k)
