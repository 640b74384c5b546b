"""The author's own statements: background told as fact, and inferences put beside another's words."""

from itertools import pairwise

from onrecord.reading.cues import implies
from onrecord.reading.drafts import Draft, words_in
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Span, VoiceKind

__all__ = ["authors"]

LEAST = 4
"""Words without punctuation that a sentence of the author's must have."""
FREE = 0.8
"""Share of a sentence that no statement may cover for it to be the author's own."""


def authors(tree: Tree, voices: Voices, drafts: list[Draft]) -> list[Draft]:
    """Return the author's statements; inferences are cut out of the contents they were found in."""
    found = _inferences(tree, drafts)
    taken = set[int]()
    for draft in (*drafts, *found):
        taken |= words_in((*draft.content, *draft.cue, *draft.source)) | {k for h in draft.hops for k in range(*h.span)}
    for a, b in _units(tree, taken):
        words = [k for k in range(a, b) if tree.parse.upos[k] != "PUNCT"]
        free = [k for k in words if k not in taken and not tree.parse.quoted[k]]
        if (
            len(words) < LEAST
            or tree.parse.quoted[words[0]]
            or tree.parse.words[a] in ("‘", "“", '"', "'")
            or len(free) < FREE * len(words)
            or tree.parse.words[b - 1] == "?"
        ):
            continue
        root = tree.parse.head_of((a, b))
        if not any(tree.parse.upos[k] in ("VERB", "AUX") for k in range(a, b)):
            continue  # a heading
        if not (_on_the_beat(tree, voices, words) or _of_state(tree, voices, root)):
            continue
        start, end = a, b
        while end > start and tree.parse.upos[end - 1] == "PUNCT":
            end -= 1
        found.append(Draft((), (), ((_after_dateline(tree, start, end), end),), author=True))
    return found


def _units(tree: Tree, taken: set[int]) -> list[Span]:
    """Return the sentences; one that is partly somebody's is cut at its semicolons."""
    found: list[Span] = []
    for a, b in tree.parse.sentences:
        marks = [k for k in range(a, b) if tree.parse.words[k] == ";" and not tree.parse.quoted[k]]
        if marks and taken & set(range(a, b)):
            found += [(x + 1, y) for x, y in pairwise([a - 1, *marks, b]) if y > x + 1]
        else:
            found.append((a, b))
    return found


def _on_the_beat(tree: Tree, voices: Voices, words: list[int]) -> bool:
    """Whether a sentence speaks of arms or of measures: scene-setting is nobody's claim."""
    subjects = voices.lexicon.subjects
    if any((tree.lemmas[k], tree.parse.upos[k].lower()) in subjects for k in words):
        return True
    return any(_is_model(tree, k) for k in words)


def _of_state(tree: Tree, voices: Voices, root: int) -> bool:
    """Whether a sentence tells what a state or an institution did."""
    subject = tree.own_subject(root)
    return subject is not None and voices.in_gazetteer(subject) in (VoiceKind.GOVERNMENT, VoiceKind.ORGANISATION)


def _is_model(tree: Tree, k: int) -> bool:
    """Whether a word with what follows is the name of a weapon by its form: "Su-35", "Hwasong-11"."""
    parse = tree.parse
    after = parse.words[k + 1 : k + 3]
    return parse.words[k][0].isupper() and after[:1] == ("-",) and after[1:] != () and after[1][:1].isdigit()


def _after_dateline(tree: Tree, a: int, b: int) -> int:
    for k in range(a, min(b, a + 24)):
        if tree.parse.words[k] in ("—", "–", "-", "--") and k > a and tree.parse.words[k - 1] == ")":
            return k + 1
    return a


def _inferences(tree: Tree, drafts: list[Draft]) -> list[Draft]:
    """Return what follows "implying" after another's words: the author's inference, not the source's content."""
    found = []
    for i in range(len(tree.parse.words)):
        inner = tree.child(i, "ccomp")
        if inner is None or tree.parse.quoted[i] or not implies(tree, i):
            continue
        outer = [d for d in drafts if i in words_in(d.content) or d.verb in set(tree.above(i))]
        said = [k for k in tree.subtree(inner) if tree.parse.upos[k] != "PUNCT" or k != max(tree.subtree(inner))]
        if outer:
            whole = set(tree.subtree(i))
            for draft in outer:
                rest = sorted(words_in(draft.content) - whole)
                while rest and tree.parse.upos[rest[-1]] == "PUNCT" and not tree.parse.quoted[rest[-1]]:
                    rest.pop()
                draft.content = runs(rest) or draft.content
            found.append(Draft((), (), runs(range(said[0], said[-1] + 1)), author=True, inferred=True))
    return found
