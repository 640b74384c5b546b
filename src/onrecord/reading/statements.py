"""Layers to statements, entities and dates: word numbers become spans of the document."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.reading.anaphora import take_up
from onrecord.reading.arms import find_arms
from onrecord.reading.attribute import attribute
from onrecord.reading.chains import is_outlet
from onrecord.reading.coreference import Entities, resolve
from onrecord.reading.datelines import dated, dateline
from onrecord.reading.dates import FoundDate, find_dates
from onrecord.reading.days import said_on
from onrecord.reading.drafts import Draft, Hop, words_in
from onrecord.reading.edges import is_open_ended
from onrecord.reading.identity import Identities
from onrecord.reading.places import Places
from onrecord.reading.quantities import find_quantities
from onrecord.reading.recall import hyphened, titled
from onrecord.reading.speakers import Speakers
from onrecord.reading.splitting import split
from onrecord.reading.stance import Verdict
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Voices
from onrecord.records import (
    Content,
    Cue,
    DateMention,
    Document,
    Entity,
    EntityKind,
    Parse,
    Passage,
    Quantity,
    Quotation,
    Relation,
    Review,
    Span,
    Stance,
    Statement,
    When,
)
from onrecord.registers import gazetteer, lexicon, units, weapons

__all__ = ["Assembly"]

LONGEST = 32
"""Days of an interval that may date the words of somebody who did something in it."""
NEAR = 2
"""Paragraphs over which a day is carried on to the same speaker's next words."""


class Assembly:
    """Puts together what one document says from its words and their layers."""

    def __init__(self, document: Document, word_spans: Sequence[Span], parse: Parse) -> None:
        """Keep the three; ``word_spans`` has a span of the document for each word of ``parse``."""
        lemmas = lexicon().settled(parse.words, parse.lemmas)
        names = hyphened(parse.words, parse.upos, parse.names, word_spans)
        parse = replace(parse, names=titled(parse.words, lemmas, parse.upos, names, lexicon().roles))
        self.document, self.parse = document, parse
        self.tree = Tree(parse, lemmas)
        self.found: Entities = resolve(parse)
        self.voices = Voices(self.tree, lexicon(), gazetteer(), self.found)
        self.places = Places(document, word_spans, self.tree, self.voices)
        self.speakers = Speakers(self.tree, self.voices, self.found, self.places)
        self.held: list[tuple[str, Draft, Verdict]] = []
        self._dates = find_dates(parse, document.published_on)
        day = dated(parse, self._dates) if document.published_on is None else None
        if day is not None:
            self._dates = find_dates(parse, day)
        named = [c for c in self.found.clusters if c.name is not None and c.kind is not None and not c.members]
        self.identities = Identities(named, find_arms(self.tree, weapons()), self.places)

    def passage(self, ranges: Iterable[Span]) -> Passage:
        """Return ranges of words as a passage of the document."""
        spans = self.places.spans(tuple(ranges))
        return Passage(spans, self.document.slice(spans))

    def entities(self) -> tuple[Entity, ...]:
        """Return everybody and everything named, each with every mention of its name, in the order of first mention."""
        return self.identities.entities(self.passage, weapons())

    def dates(self) -> tuple[DateMention, ...]:
        """Return the time expressions of the text, in order."""
        found = []
        for d in self._dates:
            words = self.passage([(d.start, d.end)])
            found.append(DateMention(words.spans, words.text, d.when))
        return tuple(found)

    def quantities(self) -> tuple[Quantity, ...]:
        """Return the numbers with their units, in order."""
        found = []
        names = [(n.start, n.end) for n in self.parse.names if n.kind is not EntityKind.PERSON]
        for q in find_quantities(self.tree, units(), [*((d.start, d.end) for d in self._dates), *names]):
            words = self.passage([q.span])
            of = self.parse.words[q.of] if q.of is not None else None
            found.append(Quantity(words.spans, words.text, q.low, q.high, q.approximate, q.unit, of))
        return tuple(found)

    def headline(self) -> Passage | None:
        """Return the headline, if the text begins with one."""
        if not self.parse.headline:
            return None
        last = self.parse.paragraphs[self.parse.headline - 1][1]
        return self.passage([(0, self.parse.sentences[last - 1][1])])

    def _is_publisher(self, span: Span) -> bool:
        """Whether "the newspaper" is the one that publishes: the text names no other outlet before it."""
        own, names = self.document.outlet, self.tree.parse.names
        plain = span[1] - span[0] == 2 and self.parse.words[span[0]].lower() == "the"
        if (
            own is None
            or not plain
            or self.parse.upos[span[1] - 1] != "NOUN"
            or not is_outlet(self.voices, span[1] - 1)
        ):
            return False
        before = (n for n in names if n.start < span[0] and is_outlet(self.voices, n.end - 1))
        return all(" ".join(self.parse.words[n.start : n.end]).casefold() in own.casefold() for n in before)

    def statements(self) -> tuple[Statement, ...]:
        """Return every statement, in the order of the cues."""
        agency = dateline(self.voices, self.document.outlet)
        outer = Hop(agency, Relation.RELAY) if agency is not None else None
        built: list[Statement] = []
        days = Days(self)
        drafts = attribute(self.tree, self.voices, self.speakers)
        take_up(self.speakers, drafts)
        for draft in drafts:
            for part, verdict in split(self.tree, self.speakers, draft):
                part.uncertain = is_open_ended(self.tree, part, draft)
                self.held.append((f"s{len(built) + 1}", part, verdict))
                built.append(self._statement(f"s{len(built) + 1}", part, verdict, outer, days.of(part)))
        return tuple(built)

    def _statement(self, id_: str, draft: Draft, verdict: Verdict, outer: Hop | None, day: When | None) -> Statement:
        links = [hop for span, hop in {hop.span: hop for hop in draft.hops}.items() if not self._is_publisher(span)]
        hops = [outer, *links] if outer is not None and not self.tree.in_headline(draft.place) else links
        content = self.passage(draft.content)
        return Statement(
            id=id_,
            source=replace(self.speakers.voice(draft, self.document), entity=self._entity(draft)),
            via=tuple(
                replace(self.speakers.link(h.span, h.relation, self.document), entity=self._id_of(h.span)) for h in hops
            ),
            cue=self._cue(draft),
            content=Content(content.spans, content.text, draft.uncertain),
            quotation=self._quotation(draft, verdict),
            stance=verdict.stance,
            certainty=verdict.certainty,
            condition=None if verdict.condition is None else self.passage([verdict.condition]),
            scope=None if verdict.scope is None else self.passage([verdict.scope]),
            said_on=day,
            review=Review.UNREVIEWED,
            events=None,
        )

    def _cue(self, draft: Draft) -> Cue | None:
        if not draft.cue:
            return None
        cue = self.passage(draft.cue)
        verb = draft.verb if draft.verb is not None else self.parse.head_of(draft.cue[0])
        return Cue(self.tree.lemmas[verb], draft.entry.act if draft.entry is not None else None, cue.spans, cue.text)

    def _entity(self, draft: Draft) -> str | None:
        return self._id_of(draft.source[0]) if draft.source else None

    def entity_of(self, span: Span) -> str | None:
        """Return the id of the entity that a phrase stands for, if it has one."""
        return self._id_of(span)

    def _id_of(self, span: Span) -> str | None:
        number = self.speakers.cluster_of(span)
        return None if number is None else self.identities.of_cluster.get(number)

    def _quotation(self, draft: Draft, verdict: Verdict) -> Quotation:
        if draft.author or verdict.stance is Stance.DECLINES:
            return Quotation.NONE
        words = [i for i in words_in(draft.content) if self.parse.upos[i] != "PUNCT"]
        quoted = sum(self.parse.quoted[i] for i in words)
        if not quoted:
            return Quotation.INDIRECT
        return Quotation.DIRECT if quoted == len(words) else Quotation.MIXED

    def paragraph_of(self, word: int) -> int:
        """Return the number of a word's paragraph."""
        sentence = self.tree.sentence_of[word]
        return bisect_right(self.parse.paragraphs, sentence, key=lambda p: p[0]) - 1

    @property
    def days(self) -> tuple[FoundDate, ...]:
        """The time expressions as ranges of words."""
        return self._dates


class Days:
    """Carries a day on from one statement to the next of the same voice."""

    def __init__(self, assembly: Assembly) -> None:
        self.assembly = assembly
        self.last: dict[object, tuple[int, When]] = {}
        self.quoted: dict[object, tuple[int, When]] = {}

    def of(self, draft: Draft) -> When | None:
        """Return when a statement was said: beside its cue, or carried on from the same voice's words shortly before.

        An outlet that quoted somebody on a day carries it on as well: its next quotation is of the same report.
        """
        a = self.assembly
        day = said_on(a.tree, draft, a.days)
        if not draft.source or a.tree.in_headline(draft.place):
            return day
        where = a.paragraph_of(draft.place)
        key = a.speakers.key(draft.source[0])
        outlets = [hop for hop in draft.hops if draft.within is None]
        quoting = [a.speakers.key(hop.span) for hop in outlets if hop.relation is Relation.UTTERANCE]
        number = a.speakers.cluster_of(draft.source[0])
        if day is None and not draft.general and draft.verb is not None and number is not None:
            day = self._acted_on(draft, number, where)
        if day is None and not draft.general:
            met = [(self.last.get(key), NEAR), *((self.quoted.get(k), 1) for k in quoting)]
            carried = [found for found, far in met if found is not None and where - found[0] <= far]
            day = carried[0][1] if carried else None
        if day is not None:
            passed_on = [a.speakers.key(hop.span) for hop in outlets if hop.relation is Relation.UTTERANCE]
            self.last[key] = (where, day)
            self.quoted |= dict.fromkeys(passed_on, (where, day))
        return day

    def _acted_on(self, draft: Draft, number: int, where: int) -> When | None:
        """Return the day the speaker is told to have done something on, in the words just before: "He met reporters Monday."""
        a = self.assembly
        for found in reversed(a.days):
            if found.start >= draft.start:
                continue
            if where - a.paragraph_of(found.start) > 1:
                return None
            verb = a.tree.clause_head(a.parse.head_of((found.start, found.end)))
            subject = a.tree.subject(verb)
            mine = subject is not None and a.speakers.cluster_of((subject, subject + 1)) == number
            if mine and _is_short(found.when):
                return found.when
        return None


def _is_short(when: When) -> bool:
    """Whether an interval is a month at most: "came in 2011" does not date what is said later in a text."""
    return when.first is not None and when.last is not None and (when.last - when.first).days < LONGEST
