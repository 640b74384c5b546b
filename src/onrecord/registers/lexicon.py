"""The lexicon: how the news says that somebody said something."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from pathlib import Path
from types import MappingProxyType
from typing import Any

from onrecord.records import Act, Certainty, Naming, Relation, Stance, VoiceKind
from onrecord.registers.entries import (
    Cue,
    CueObject,
    CuePos,
    Hearsay,
    HearsayForm,
    Hedge,
    HedgeKind,
    OutletWord,
    Place,
    Rebuttal,
    Role,
    SpeaksFor,
    Subject,
    Topic,
    Venue,
    VenueNames,
    VoiceNoun,
)
from onrecord.registers.frames import frames, load_frames
from onrecord.registers.inflection import IRREGULARS, Irregulars, by_form, stems
from onrecord.registers.measure_nouns import load_measure_nouns
from onrecord.registers.phrases import Phrases
from onrecord.registers.tables import DATA, Row, Table

__all__ = ["TABLES", "Lexicon", "lexicon", "load_lexicon"]

KEPT = 1 << 16
"""Pairs of word and lemma whose settled lemma is remembered."""

NO_CERTAINTY = frozenset({Stance.DECLINES, Stance.WITHHOLDS, Stance.DEMANDS, Stance.DOUBTS})
"""Stances that have no certainty: the source does not say that anything is so."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The English dictionaries.

    Attributes:
        cues: every cue by lemma and part of speech; ``cue()`` asks it.
        phrases: the cues of more than one word, whatever their part of speech, for ``longest()``.
        hedges: words for ``longest()`` over lemmas; a participle before a noun ("the suspected leak") is asked by its form.
        hearsay: likewise.
        venues: likewise.
        voices: nouns for sources, likewise.
        roles: titles and offices, likewise.
        outlet_words: words that make a name an outlet's, in lower case, with where they stand.
        rebuttals: words that deny or dismiss what they are said of, by lemma.
        subjects: words of the beat by lemma and part of speech ("noun", "verb").
        known: every word of these entries.
        kept: lemmas already settled.
        irregulars: lemmas of irregular forms.
    """

    cues: Mapping[tuple[str, str], Cue]
    phrases: Phrases[Cue]
    hedges: Phrases[Hedge]
    hearsay: Phrases[Hearsay]
    venues: Phrases[Venue]
    voices: Phrases[VoiceNoun]
    roles: Phrases[Role]
    outlet_words: frozenset[tuple[str, Place]]
    rebuttals: Mapping[str, Rebuttal]
    subjects: Mapping[tuple[str, str], Subject]
    known: frozenset[str]
    irregulars: Irregulars
    kept: dict[tuple[str, str], str] = field(default_factory=dict, compare=False, repr=False)

    def cue(self, lemma: str, pos: str, form: str = "") -> Cue | None:
        """Return a cue, or None if there is none.

        Args:
            lemma: its lemma; a verb with its particle or preposition is joined by a space ("call for").
            pos: "verb", "noun", "adjective" or "phrase".
            form: the word as it stands, for an adjective that may be taken for a verb ("alarmed").
        """
        return self.cues.get((lemma.lower(), pos)) or self.cues.get((form.lower(), pos))

    def settled(self, words: Sequence[str], lemmas: Sequence[str]) -> tuple[str, ...]:
        """Return lemmas, each replaced where it is no lemma of its word but a word of the lexicon is.

        Every look-up by lemma should be made with these: they are what finds "criticise" in "criticised" when the model
        makes "criticis" of it.

        Args:
            words: the words of a text.
            lemmas: the model's lemma of each.
        """
        kept = self.kept
        out = []
        for pair in zip(words, lemmas, strict=True):
            found = kept.get(pair)
            if found is None:
                if len(kept) > KEPT:
                    kept.clear()
                found = kept[pair] = self._settle(*pair)
            out.append(found)
        return tuple(out)

    def _settle(self, word: str, lemma: str) -> str:
        made = stems(word.lower(), self.irregulars)
        if lemma.lower() in made and lemma.lower() in self.known:
            return lemma
        found = next((stem for stem in reversed(made) if stem in self.known), None)
        irregular = self.irregulars.get(word.lower(), ())
        if found is None and lemma.lower() not in made and len(irregular) == 1:
            return irregular[0]  # "underwen" of "underwent"
        return found or lemma


@cache
def lexicon() -> Lexicon:
    """Return the shipped lexicon, read once.

    Raises:
        RegisterError: a table is damaged.
    """
    return load_lexicon(DATA)


def load_lexicon(folder: Path) -> Lexicon:
    """Return the lexicon of a data folder.

    Raises:
        RegisterError: the first fault found.
    """
    cues, subjects = CUES.load(folder), SUBJECTS.load(folder)
    hedges, hearsay, venues = HEDGES.load(folder), HEARSAY.load(folder), VENUES.load(folder)
    voices, roles, rebuttals = VOICES.load(folder), ROLES.load(folder), REBUTTALS.load(folder)
    entries = chain[Any](cues, hedges, hearsay, venues, voices, roles, rebuttals, subjects)
    return Lexicon(
        cues=MappingProxyType({(cue.lemma, cue.pos.value): cue for cue in cues}),
        phrases=Phrases.of(cue for cue in cues if len(cue.words) > 1),
        hedges=Phrases.of(hedges),
        hearsay=Phrases.of(hearsay),
        venues=Phrases.of(venues),
        voices=Phrases.of(voices),
        roles=Phrases.of(roles),
        outlet_words=frozenset((" ".join(w.words), w.place) for w in OUTLET_WORDS.load(folder)),
        rebuttals=MappingProxyType({" ".join(r.words): r for r in rebuttals}),
        subjects=MappingProxyType({(" ".join(s.words), s.pos.value): s for s in subjects}),
        known=frozenset(word for entry in entries for word in entry.words) | _of_events(folder),
        irregulars=MappingProxyType(by_form(IRREGULARS.load(folder))),
    )


def _of_events(folder: Path) -> frozenset[str]:
    """Return the words that tell of events and measures, whose lemmas have to be as right as those of the cues."""
    known = frames() if folder == DATA else load_frames(folder)
    triggers = chain(
        known.verbs, known.nouns, (word for noun in load_measure_nouns(folder).values() for word in noun.words)
    )
    return frozenset(lemma.split()[0] for lemma in triggers)


def _cue(row: Row) -> Cue:
    words, stance = row.words("lemma"), row.one_of("stance", Stance)
    certainty = row.maybe("certainty", Certainty)
    if (certainty is None) != (stance in NO_CERTAINTY):
        wanted = "an empty one" if stance in NO_CERTAINTY else f"one of {', '.join(Certainty)}"
        raise row.fault(f"certainty {row.cells['certainty']!r} with stance {stance}", wanted)
    return Cue(
        lemma=" ".join(words),
        words=words,
        pos=row.one_of("pos", CuePos),
        act=row.one_of("act", Act),
        stance=stance,
        certainty=certainty,
        negated=row.maybe("negated", Stance),
        object=row.one_of("object", CueObject),
        example=row.text("example"),
    )


def _hedge(row: Row) -> Hedge:
    certainty, kind = row.one_of("certainty", Certainty), row.one_of("kind", HedgeKind)
    return Hedge(row.words("word"), certainty, kind, row.text("example"))


def _hearsay(row: Row) -> Hearsay:
    return Hearsay(
        words=row.words("phrase"),
        form=row.one_of("form", HearsayForm),
        certainty=row.one_of("certainty", Certainty),
        stance=row.one_of("stance", Stance),
        example=row.text("example"),
    )


def _venue(row: Row) -> Venue:
    names, relation = row.one_of("names", VenueNames), row.one_of("relation", Relation)
    return Venue(row.words("phrase"), names, relation, row.text("example"))


def _voice(row: Row) -> VoiceNoun:
    kind, attribution = row.one_of("kind", VoiceKind), row.one_of("attribution", Naming)
    return VoiceNoun(row.words("noun"), kind, attribution, row.text("example"))


def _outlet_word(row: Row) -> OutletWord:
    return OutletWord(row.words("word"), row.one_of("place", Place), row.text("example"))


def _rebuttal(row: Row) -> Rebuttal:
    stance = row.one_of("stance", Stance)
    if stance not in (Stance.DENIES, Stance.DISMISSES):
        raise row.fault(f"stance {stance}", "denies or dismisses")
    return Rebuttal(row.words("lemma"), stance, row.text("example"))


def _subject(row: Row) -> Subject:
    return Subject(row.words("lemma"), row.one_of("pos", CuePos), row.one_of("topic", Topic), row.text("example"))


def _role(row: Row) -> Role:
    return Role(row.words("role"), row.one_of("speaks_for", SpeaksFor), row.text("example"))


def _by_words(entry: Any) -> tuple[str, ...]:
    return (" ".join(entry.words),)


_EN = "lexicon/en/"
CUES = Table(
    _EN + "cues.csv",
    ("lemma", "pos", "act", "stance", "certainty", "negated", "object", "example"),
    _cue,
    lambda cue: (cue.lemma, cue.pos),
)
HEARSAY = Table(_EN + "hearsay.csv", ("phrase", "form", "certainty", "stance", "example"), _hearsay, _by_words)
HEDGES = Table(_EN + "hedges.csv", ("word", "certainty", "kind", "example"), _hedge, _by_words)
ROLES = Table(_EN + "roles.csv", ("role", "speaks_for", "example"), _role, _by_words)
OUTLET_WORDS = Table(
    _EN + "outlet_words.csv",
    ("word", "place", "example"),
    _outlet_word,
    lambda w: (" ".join(w.words), w.place),
)
REBUTTALS = Table(_EN + "rebuttals.csv", ("lemma", "stance", "example"), _rebuttal, _by_words)
SUBJECTS = Table(
    _EN + "topics.csv",
    ("lemma", "pos", "topic", "example"),
    _subject,
    lambda s: (" ".join(s.words), s.pos),
)
VENUES = Table(_EN + "venues.csv", ("phrase", "names", "relation", "example"), _venue, _by_words)
VOICES = Table(_EN + "voices.csv", ("noun", "kind", "attribution", "example"), _voice, _by_words)
TABLES: tuple[Table[Any], ...] = (CUES, HEARSAY, HEDGES, OUTLET_WORDS, REBUTTALS, ROLES, SUBJECTS, VENUES, VOICES)
"""Every table of the lexicon but the abbreviations, which the tokeniser reads."""
