"""Citations, numbered as sentences come to cite them, and sentences put together of parts."""

from collections.abc import Callable, Iterable, Mapping

from onrecord.publishing.briefs.material import Spoken
from onrecord.publishing.briefs.quoting import quoted
from onrecord.records import Review, Said
from onrecord.records.briefs import Citation, Cited, MeasureCited, Name, Part, Quote, Ref, Sentence, Words
from onrecord.records.regimes import LegalMeasure, MeasureClaim

__all__ = ["Citations", "Piece", "flat"]

IN_TEXT = 320
"""Characters quoted within a sentence."""
IN_NOTE = 900
"""Characters quoted in the note of a citation."""
Piece = str | Part | Iterable["Piece"]
"""What sentences are put together of: our own words as text, parts, and groups of these."""


def flat(pieces: Iterable[Piece]) -> tuple[Part, ...]:
    """Return pieces one after the other as parts, neighbouring words of ours as one."""
    found: list[Part] = []
    for piece in pieces:
        if isinstance(piece, str):
            parts: tuple[Part, ...] = (Words(piece),) if piece else ()
        elif isinstance(piece, Words | Name | Quote | Ref):
            parts = (piece,)
        else:
            parts = flat(piece)
        for part in parts:
            if isinstance(part, Words) and found and isinstance(found[-1], Words):
                found[-1] = Words(found[-1].text + part.text)
            else:
                found.append(part)
    return tuple(found)


class Citations:
    """What has been cited so far."""

    def __init__(self, spoken: Callable[[Said], Spoken], reviewers: Mapping[str, tuple[str, ...]]) -> None:
        """Take what returns a statement as it stands in its document, and who has reviewed which."""
        self.spoken = spoken
        self._reviewers = reviewers
        self._numbers: dict[str, int] = {}
        self._found: list[Citation] = []

    @property
    def all(self) -> tuple[Citation, ...]:
        """Return them, in the order of their numbers."""
        return tuple(self._found)

    def of(self, said: Said) -> Ref:
        """Return the number of a statement, which is given one if it has none yet."""
        if said.anchor not in self._numbers:
            number = self._number(said.anchor)
            spoken = self.spoken(said)
            words = quoted(said.imprint.id, spoken.text, spoken.words, IN_NOTE)
            by = self._reviewers.get(said.anchor, ())
            self._found.append(Cited(number, said.anchor, said.imprint, words, said.review, by))
        return Ref(self._numbers[said.anchor])

    def of_all(self, said: Iterable[Said]) -> list[Piece]:
        """Return the numbers of statements, one after the other."""
        return [self.of(s) for s in said]

    def measure(self, measure: LegalMeasure | MeasureClaim) -> Ref:
        """Return the number of a measure of the register, or of what is claimed of one."""
        if measure.key not in self._numbers:
            number = self._number(measure.key)
            legal = measure if isinstance(measure, LegalMeasure) else None
            cited = MeasureCited(
                number,
                measure.key,
                legal.imposer if legal is not None else None,
                measure.instrument,
                legal.provision if legal is not None else None,
                measure.confidence.value,
                measure.sources,
            )
            self._found.append(cited)
        return Ref(self._numbers[measure.key])

    def quote(self, said: Said) -> Quote:
        """Return a statement's exact words, as far as a sentence holds them."""
        spoken = self.spoken(said)
        return quoted(said.imprint.id, spoken.text, spoken.words, IN_TEXT)

    def sentence(self, *pieces: Piece) -> Sentence:
        """Return a sentence, with how much of what it cites a person has reviewed."""
        parts = _begun(flat(pieces))
        numbers = dict.fromkeys(part.number for part in parts if isinstance(part, Ref))
        assert numbers, f"a sentence without a citation: {parts}"
        cited = [c for c in (self._found[n - 1] for n in numbers) if isinstance(c, Cited)]
        return Sentence(parts, len(cited), sum(c.review is not Review.UNREVIEWED for c in cited))

    def _number(self, name: str) -> int:
        self._numbers[name] = len(self._found) + 1
        return self._numbers[name]


def _begun(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return parts of which the first begins with a capital, as a sentence does; exact words stay as they are."""
    first, *rest = parts
    if isinstance(first, Words):
        return Words(first.text[:1].upper() + first.text[1:]), *rest
    if isinstance(first, Name):
        return Name(first.text[:1].upper() + first.text[1:]), *rest
    return parts
