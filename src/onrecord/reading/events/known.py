"""What the text has told before of a measure that it names again, or tells beside it."""

from collections.abc import Sequence
from dataclasses import replace

from onrecord.reading.events.fillers import Fillers
from onrecord.reading.events.found import FoundMeasure
from onrecord.registers import MeasureKind, measure_nouns

__all__ = ["Known"]

REACH = 0
"""Sentences back in which the one state named is whom a measure is on, at most."""


class Known:
    """Answers for the measures of one document."""

    def __init__(self, fillers: Fillers) -> None:
        self.fillers, self.tree, self.nouns = fillers, fillers.tree, measure_nouns()

    def completed(self, measure: FoundMeasure, before: Sequence[FoundMeasure]) -> FoundMeasure:
        """Return a measure with the sides that its own words leave out and those before it, or beside it, tell."""
        return self._with_only_state(self._with_known(measure, before))

    def _with_known(self, measure: FoundMeasure, before: Sequence[FoundMeasure]) -> FoundMeasure:
        """Return a measure with what was told before of the one it takes up: "the embargo", "the measures"."""
        if measure.imposer and measure.target:
            return measure
        noun = self.tree.lemmas[measure.head]
        same = [m for m in before if self.tree.lemmas[m.head] == noun] if self.nouns.get(noun) else []
        vague = self.nouns.get(noun) is not None and self.nouns[noun].kind is not MeasureKind.MEASURE
        for last in (*reversed(same), *(reversed(before) if vague or not same else ())):
            if self._agrees(measure, last) and self._is_named(last):
                return replace(measure, imposer=measure.imposer or last.imposer, target=measure.target or last.target)
        return self._with_same_target(measure, before)

    def _with_same_target(self, measure: FoundMeasure, before: Sequence[FoundMeasure]) -> FoundMeasure:
        """Return a measure with the one imposer that the text has named of measures on the same target."""
        if measure.imposer or not measure.target:
            return measure
        name = self.fillers.name
        target = {name(k) for k in measure.target}
        others = [m for m in before if m.imposer and m.target and {name(k) for k in m.target} == target]
        sides = {tuple(sorted(self.fillers.side(k) for k in m.imposer)) for m in others}
        return replace(measure, imposer=others[-1].imposer) if len(sides) == 1 else measure

    def _with_only_state(self, measure: FoundMeasure) -> FoundMeasure:
        """Return a measure whose target is not said with the one state that its sentence names beside who imposes it."""
        if measure.target:
            return measure
        sides = {self.fillers.side(k) for k in measure.imposer}
        first = self.tree.sentence_of[measure.head]
        for sentence in range(first, max(first - 1 - REACH, -1), -1):
            named = [k for k in range(*self.tree.parse.sentences[sentence]) if self.fillers.state(k) is not None]
            states = {self.fillers.state(k): k for k in reversed(named) if self.fillers.state(k) not in sides}
            if len(states) == 1:
                return replace(measure, target=tuple(states.values()))
            if states:
                return measure
        return measure

    def _is_named(self, measure: FoundMeasure) -> bool:
        sides = (*measure.imposer, *measure.target)
        return all(self.fillers.state(k) is not None or self.tree.parse.upos[k] == "PROPN" for k in sides)

    def _agrees(self, measure: FoundMeasure, last: FoundMeasure) -> bool:
        """Whether what is told of two mentions can be of one measure."""
        name = self.fillers.name
        pairs = ((measure.imposer, last.imposer), (measure.target, last.target))
        return all(not a or not b or {name(k) for k in a} == {name(k) for k in b} for a, b in pairs)
