"""What people have decided, laid over what the machine read: corrected speakers and stances, claims joined and parted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.records import Edge, EdgeKind, Judgement, JudgementKind, Review, Root, Said, Stance
from onrecord.weighing.origins import root_of_name
from onrecord.weighing.weigh import Pair

__all__ = ["judged"]


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
        if j.kind in (JudgementKind.SAME, JudgementKind.SEPARATE) and j.other is not None and j.placed is not None:
            a, b = sorted((j.placed, j.other))
            pairs[a, b] = j
        elif j.placed is not None:
            by_anchor.setdefault(j.placed, []).append(j)
    corrected = [_corrected(s, by_anchor.get(s.anchor, ())) for s in said]
    same = tuple(
        Edge(a, b, EdgeKind.SAME, (f"joined by {j.by}",)) for (a, b), j in pairs.items() if j.kind is JudgementKind.SAME
    )
    return corrected, same, tuple(pair for pair, j in pairs.items() if j.kind is JudgementKind.SEPARATE)


def _corrected(said: Said, judgements: Sequence[Judgement]) -> Said:
    for j in judgements:
        if j.kind is JudgementKind.CONFIRMED:
            said = replace(said, review=Review.CONFIRMED)
        elif j.kind is JudgementKind.WRONG_SPEAKER and j.value:
            root = root_of_name(j.value, supports=said.stance is Stance.ASSERTS and not said.condition)
            said = replace(said, source=j.value, speaks_for=None, root=root, review=Review.CORRECTED)
        elif j.kind is JudgementKind.WRONG_STANCE and j.value:
            stance = Stance(j.value)
            said = replace(
                said, stance=stance, root=_recounted(said.root, stance, said.condition), review=Review.CORRECTED
            )
    return said


def _recounted(root: Root | None, stance: Stance, condition: bool) -> Root | None:
    if root is None:
        return None
    counted = stance is Stance.ASSERTS and not condition
    return replace(root, counted=counted, rule="asserts it, as corrected" if counted else "a reaction supports nothing")
