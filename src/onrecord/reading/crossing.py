"""Attributions that cross: words of one clause that the model gave to the cue of another."""

from collections.abc import Sequence
from itertools import pairwise

from onrecord.reading.chains import spoken
from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.records import Span

__all__ = ["uncross"]

FARTHEST = 8
"""Words from a reporting verb to the comma that ends its clause, at most."""
_CLOSING = frozenset(("”", "’", '"', "''", "»"))
_OPENING = frozenset(("“", "‘", '"', "``", "«"))


def uncross(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Give every clause and every quotation to the reporting clause that its place in the text gives it to."""
    for draft in drafts:
        _reclaim(tree, draft, drafts)
    for draft in drafts:
        _part_at_semicolon(tree, draft, drafts)
    clauses = [d for d in drafts if d.cue and d.source and tree.parse.words[d.source[0][0] - 1] == ","]
    for draft in drafts:
        _clip_source(draft, clauses)
    _continue_quotations(tree, drafts)


def _reclaim(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Give a reporting clause between commas what stands before it: "to sail, she hinted, would be unwise" is all hers."""
    before = _interrupted(tree, draft)
    mine = words_in(draft.content)
    _resume(tree, draft, drafts)
    if not before or mine & set(before) or not any(k > draft.cue[-1][1] for k in mine):
        return
    others = [d for d in drafts if d is not draft]
    if any(words_in((*d.cue, *d.source)) & set(before) for d in others):
        return
    for other in others:
        kept = spoken(tree, words_in(other.content) - set(before))
        while kept and tree.parse.words[kept[-1]] == ";":
            kept.pop()
        other.content = runs(kept) or other.content
    draft.content = runs(mine | set(before))


def _resume(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Add the predicate behind a reporting clause: "Officers, the weekly reported on Thursday, were negotiating"."""
    if len(draft.cue) != 1 or not draft.content or draft.content[-1][1] > draft.cue[0][0]:
        return
    parse, after = tree.parse, draft.cue[0][1]
    _, b = parse.sentences[tree.sentence_of[draft.cue[0][0]]]
    comma = next((k for k in range(after, min(after + FARTHEST, b)) if parse.words[k] == ","), None)
    if comma is None or comma + 1 >= b or any(parse.upos[k] in ("VERB", "AUX", "SCONJ") for k in range(after, comma)):
        return
    said = words_in(draft.content)
    whole = any(parse.upos[k] in ("VERB", "AUX") and tree.is_finite(k) and tree.relation(k) != "acl" for k in said)
    end = next((k for k in range(comma, b) if parse.words[k] == ";"), b)
    rest = spoken(tree, set(range(comma + 1, end)))
    taken = {k for d in drafts if d is not draft for k in words_in((*d.cue, *d.source, *d.content))}
    resumes = parse.upos[comma + 1] == "AUX" or (
        parse.upos[comma + 1] == "VERB" and not parse.words[comma + 1].endswith("ing")
    )
    if resumes and not whole and not taken & set(rest) and not parse.quoted[comma + 1]:
        draft.content = runs(said | set(rest))


def _part_at_semicolon(tree: Tree, draft: Draft, drafts: Sequence[Draft]) -> None:
    """Take out of a content what another speaker says behind a semicolon: "..., he called it; parts, she thought, might come"."""
    if not draft.cue:
        return
    cue = draft.cue[0][0]
    _, b = tree.parse.sentences[tree.sentence_of[cue]]
    mark = next((k for k in range(cue, b) if tree.parse.words[k] == ";" and not tree.parse.quoted[k]), None)
    if mark is None:
        return
    behind = [d for d in drafts if d is not draft and d.cue and mark < d.cue[0][0] < b]
    taken = {k for d in behind for k in words_in((*d.cue, *d.source, *d.content)) if mark < k < b}
    if taken & words_in(draft.content) and not any(words_in(draft.source) & words_in(d.source) for d in behind):
        kept = spoken(tree, {k for k in words_in(draft.content) if not mark <= k < b})
        draft.content = runs(kept) or draft.content


def _interrupted(tree: Tree, draft: Draft) -> list[int]:
    """Return the unquoted words before a reporting clause that stands between commas, back to where their clause begins."""
    if len(draft.source) != 1 or len(draft.cue) != 1 or draft.denied:
        return []
    parse, (start, end), after = tree.parse, draft.source[0], draft.cue[0][1]
    if (
        end != draft.cue[0][0]
        or start == 0
        or parse.words[start - 1] != ","
        or parse.words[after : after + 1] != (",",)
    ):
        return []
    a, _ = parse.sentences[tree.sentence_of[start]]
    first = max([a, *(k + 1 for k in range(a, start) if parse.words[k] in (";", ":"))])
    words = list(range(first, start - 1))
    quotes = parse.words[after + 1 : after + 2] and parse.words[after + 1] in _OPENING
    if quotes and words and parse.words[words[0]].lower() not in ("if", "unless"):
        return []  # "When it sank, he said, “...”" tells when he said so
    return [] if any(parse.quoted[k] for k in words) else words


def _clip_source(draft: Draft, clauses: Sequence[Draft]) -> None:
    """Take a reporting clause out of a source: "The generals, one envoy recalled, had assured him": the generals assured.

    Args:
        draft: whose source it is.
        clauses: statements whose source stands behind a comma.
    """
    for other in clauses if len(draft.source) == 1 else ():
        (a, b), (c, d) = draft.source[0], (other.source[0][0], other.cue[-1][1])
        if a < c - 1 and d <= b and other is not draft:
            draft.source = ((a, c - 1),)


def _continue_quotations(tree: Tree, drafts: Sequence[Draft]) -> None:
    """Give a paragraph that is all quotation to the speaker whose quotation the paragraph before left open."""
    parse = tree.parse
    bodies = [(parse.sentences[a][0], parse.sentences[b - 1][1]) for a, b in parse.paragraphs if b > a]
    for (_, end), (c, d) in pairwise(bodies):
        open_ = parse.quoted[end - 1] and parse.words[end - 1] not in _CLOSING
        if not open_ or parse.words[c] not in _OPENING or not all(parse.quoted[c:d]):
            continue
        speaker = next((x for x in drafts if any(a < end <= b for a, b in x.content)), None)
        if speaker is None:
            continue
        for other in drafts:
            if other is not speaker:
                rest = words_in(other.content) - set(range(c, d))
                other.content = runs(rest) or other.content
        speaker.content = _with(speaker.content, (c, d))


def _with(content: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    return runs(words_in(content) | set(range(*more)))
