"""When something was said: the day beside its cue, or carried on from the same speaker's words just before."""

from collections.abc import Sequence

from onrecord.reading.chains import beside
from onrecord.reading.dates import FoundDate
from onrecord.reading.drafts import Draft, covers, words_in
from onrecord.reading.tree import Tree
from onrecord.records import When

__all__ = ["said_on"]

LONGEST = 93
"""Days of an interval that can tell when something was said."""
FARTHEST = 8
"""Words between a cue and a day that belongs to it, at most."""
_TELLING = frozenset(
    (
        "ask",
        "press",
        "question",
        "interview",
        "quote",
        "date",
        "release",
        "publish",
        "issue",
        "post",
        "brief",
        "speak",
        "tell",
        "write",
        "say",
    )
)
_ALWAYS = frozenset(("repeatedly", "always", "consistently", "long", "never", "often", "routinely"))


def said_on(tree: Tree, draft: Draft, dates: Sequence[FoundDate]) -> When | None:
    """Return the day that the text gives beside a cue; None for general denials and where no day is given.

    Args:
        tree: the tree.
        draft: the statement.
        dates: the text's time expressions.
    """
    if draft.author or draft.hearsay or draft.verb is None or tree.in_headline(draft.place):
        return None
    anchors = [draft.verb, *draft.handed]
    draft.general = any(tree.parse.words[k].lower() in _ALWAYS for k in tree.children(draft.verb, "advmod"))
    if draft.general:
        return None
    zone = beside(tree, draft) - {k for hop in draft.hops for k in range(*hop.span)}
    near = [d for d in dates if is_day_like(d.when)]  # "until then", "in 2012" and "this decade" date no utterance
    near = [
        d
        for d in near
        if _hangs(tree, d, anchors) or _follows(tree, d, draft) or (d.start in zone and not _elsewhere(tree, d, draft))
    ]
    if not near:
        return None
    best = min(
        near,
        key=lambda d: (
            not _hangs(tree, d, anchors),
            not _follows(tree, d, draft),
            min(abs(d.start - a) for a in anchors),
        ),
    )
    return best.when


def is_day_like(when: When) -> bool:
    """Whether an interval has both ends and is a season at most."""
    return when.first is not None and when.last is not None and (when.last - when.first).days < LONGEST


def _follows(tree: Tree, found: FoundDate, draft: Draft) -> bool:
    """Whether a date stands behind the cue in its sentence, no verb between ("said in a statement on Jan. 4 that")."""
    end = max(b for _, b in draft.cue)
    if draft.source and draft.source[0][0] == end:
        end = draft.source[0][1]  # "countered Ann Lee, the envoy, at a forum on Friday"
        end += tree.parse.words[end : end + 1] == (",",)
    same = 0 <= found.start - end <= FARTHEST and tree.sentence_of[found.start] == tree.sentence_of[end - 1]
    between = range(end, found.start)
    return (
        same
        and not covers(draft.content, found.start)
        and all(tree.parse.upos[k] not in ("VERB", "AUX", "PUNCT") for k in between)
    )


def _hangs(tree: Tree, found: FoundDate, anchors: Sequence[int]) -> bool:
    """Whether a date hangs on the cue's verb, and does not stand in what is quoted."""
    head = tree.parse.head_of((found.start, found.end))
    return tree.parse.heads[head] in anchors and not tree.parse.quoted[head]


def _elsewhere(tree: Tree, found: FoundDate, draft: Draft) -> bool:
    """Whether a date belongs to another event than the utterance: one in a relative clause or after a noun of the source."""
    head = tree.parse.head_of((found.start, found.end))
    for k in tree.above(head):
        if k == draft.verb or k in draft.handed:
            return False
        if tree.relation(k) in ("acl", "advcl", "ccomp", "xcomp") and tree.parse.upos[k] == "VERB":
            return tree.parse.lemmas[k] not in _TELLING
        if k in words_in(draft.content):
            return True
    return False
