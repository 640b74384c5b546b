"""What people have decided, laid over what the machine read: corrected speakers, stances and words, claims joined and parted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.records import Edge, EdgeKind, Judgement, JudgementKind, Review, Root, Said, Span, Stance, spans_told
from onrecord.weighing.origins import FORESEEN, FORETOLD, REACTS, official, root_of_name
from onrecord.weighing.sayings import apart
from onrecord.weighing.weigh import Pair

__all__ = ["judged"]

_CORRECTING = (JudgementKind.WRONG_SPEAKER, JudgementKind.WRONG_STANCE, JudgementKind.WRONG_SPAN)


def judged(
    said: Iterable[Said], judgements: Sequence[Judgement]
) -> tuple[list[Said], tuple[Edge, ...], tuple[Pair, ...]]:
    """Return statements as people have confirmed and corrected them, what they have joined, and what they have parted.

    Of two decisions about one thing the later holds; one that was taken back, or stands on no statement now, changes nothing.
    """
    standing = sorted((j for j in judgements if not j.undone and j.placed is not None), key=lambda j: j.id)
    by_anchor: dict[str, list[Judgement]] = {}
    pairs: dict[Pair, Judgement] = {}
    for j in standing:
        if j.placed is not None and j.other_placed is not None:
            a, b = sorted((j.placed, j.other_placed))
            pairs[a, b] = j
        elif j.placed is not None:
            by_anchor.setdefault(j.placed, []).append(j)
    corrected = [_corrected(s, by_anchor.get(s.anchor, ())) for s in said]
    same = tuple(
        Edge(a, b, EdgeKind.SAME, (f"joined by {j.by}",)) for (a, b), j in pairs.items() if j.kind is JudgementKind.SAME
    )
    return corrected, same, tuple(pair for pair, j in pairs.items() if j.kind is JudgementKind.SEPARATE)


def _corrected(said: Said, judgements: Sequence[Judgement]) -> Said:
    """Return a statement as people have left it; of several decisions of a kind the last one holds."""
    last = {j.kind: j for j in judgements}
    speaker, stance, words = (last[kind].value if kind in last else None for kind in _CORRECTING)
    if speaker is None and stance is None and words is None:
        return replace(said, review=Review.CONFIRMED) if JudgementKind.CONFIRMED in last else said
    said = _with_words(said, words) if words is not None else said
    right = Stance(stance) if stance is not None else said.stance
    root = said.root if right is said.stance else _recounted(said.root, right, said)
    confirmed = judgements[-1].kind is JudgementKind.CONFIRMED
    beside = said.beside and stance is None
    found = replace(
        said, stance=right, root=root, beside=beside, review=Review.CONFIRMED if confirmed else Review.CORRECTED
    )
    if speaker is None:
        return found
    root = root_of_name(speaker, supports=right is Stance.ASSERTS and not said.condition and not beside)
    if _is_its_own_to_do(root, right, said):
        root = replace(root, counted=True, rule=FORETOLD)
    return replace(found, source=speaker, speaks_for=official(root.family), root=root)


def _with_words(said: Said, value: str) -> Said:
    """Return a statement with other words for what is said; who says it, and the words that attribute, stay.

    What it was read to tell stays too: only a reading tells that, and whoever finds that it is no longer so parts the claims.
    """
    told = spans_told(value)
    if told is None:
        return said
    spans, words = told
    held = _letters(said.spans, said.text) | _letters(spans, words)
    old = {k for a, b in said.content for k in range(a, b)}
    beside = sorted({k for a, b in said.spans for k in range(a, b)} - old) if said.content else []
    whole = apart((*_runs(beside), *spans))
    text = " ".join("".join(held[k] for k in range(a, b)) for a, b in whole)
    return replace(said, content=spans, spans=whole, text=text)


def _letters(spans: Sequence[Span], text: str) -> dict[int, str]:
    """Return the code points of words that are joined by one space, by where they stand."""
    found, begin = dict[int, str](), 0
    for a, b in spans:
        found |= {a + n: letter for n, letter in enumerate(text[begin : begin + b - a])}
        begin += b - a + 1
    return found


def _runs(places: Sequence[int]) -> list[Span]:
    """Return places in order as spans."""
    found: list[Span] = []
    for k in places:
        if found and found[-1][1] == k:
            found[-1] = (found[-1][0], k + 1)
        else:
            found.append((k, k + 1))
    return found


def _recounted(root: Root | None, stance: Stance | None, said: Said) -> Root | None:
    """Return a root as it counts with another stance; who foretold what is its own to do still does, in whatever words."""
    if root is None or (root.rule == FORETOLD and stance in FORESEEN):
        return root
    counted = stance is Stance.ASSERTS and not said.condition
    return replace(root, counted=counted, rule="asserts it, as corrected" if counted else REACTS)


def _is_its_own_to_do(root: Root, stance: Stance | None, said: Said) -> bool:
    """Whether a source foretells a measure that it will take itself."""
    fact = said.fact
    if stance not in FORESEEN or fact is None or fact.phase != "to come":
        return False
    return any(root.family in (p.name, p.state) for p in fact.giver)
