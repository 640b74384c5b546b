"""Whom or what a word that plays a role names, and which words are its phrase."""

from onrecord.reading.events.kinds import Kinds
from onrecord.records import EntityKind, Span, VoiceKind

__all__ = ["Fillers"]

_COUNTRIES = frozenset(("country", "nation", "government", "state"))
_CABINETS = frozenset(("government", "cabinet", "leadership", "presidency", "regime", "junta"))
_TAKEN_UP = {
    **{
        noun: frozenset((noun,))
        for noun in ("council", "assembly", "commission", "union", "panel", "committee", "agency", "league")
    },
    "bloc": frozenset(("union", "eu", "ecowas", "asean", "brussels", "community", "mercosur")),
    "alliance": frozenset(("nato", "alliance")),
}
"""Nouns that take up a body named before, with the last word of its name."""


class Fillers(Kinds):
    """Answers for the words of one document."""

    def phrase(self, head: int) -> Span:
        """Return a filler's noun phrase: determiner, number and adjectives, a name whole, no clauses behind it."""
        name = self.voices.name_at(head)
        tree = self.tree
        out = tree.children(
            head,
            "acl",
            "parataxis",
            "cc",
            "conj",
            "appos",
            "case",
            "punct",
            "advcl",
            "nmod",
            "cop",
            "nsubj",
            "aux",
            "mark",
        )
        own = [k for k in out if tree.parse.relations[k] != "nmod:poss" and not self._is_counted(head, k)]
        words = [
            k for k in tree.subtree(head, without=own) if tree.parse.upos[k] != "PUNCT" or tree.parse.words[k] == "-"
        ]
        a, b = min(words, default=head), max(words, default=head) + 1
        comma = next((k for k in range(head + 1, b) if tree.parse.words[k] == ","), None)
        b = comma if comma is not None else b
        if name is not None and name.end - name.start > 1 and tree.parse.upos[head] == "PROPN":
            a, b = min(a, name.start), max(b, name.end)
        return a, b

    def _is_counted(self, head: int, k: int) -> bool:
        """Whether a word is what another only counts or measures: "a limited number of drones"."""
        case = self.tree.child(k, "case")
        of = case is not None and self.tree.parse.words[case].lower() == "of"
        return of and self.counts(head) and self.tree.relation(k) == "nmod"

    def first_person(self, head: int) -> str | None:
        """Return whose side "we" is in what somebody says: the state or body the speaker speaks for, else the speaker."""
        if self.tree.parse.words[head].lower() not in ("we", "us", "our", "i", "me", "my"):
            return None
        inside = [(len(said), n) for n, (_, _, _, said) in enumerate(self.held) if head in said]
        if not inside:
            return None
        draft = self.held[min(inside)[1]][1]
        voice = self.speakers.voice(draft, self.speakers.places.document)
        return voice.speaks_for or voice.speaker

    def thing(self, head: int) -> str:
        """Return what goods or a weapon are: their words, for "they" those of the arms named before."""
        before = self._arms_before(head) if self.tree.parse.upos[head] == "PRON" else None
        if before is None:
            return self.name(head)
        above = self.tree.parse.heads[before]
        noun = above if above is not None and self.tree.relation(before) in ("compound", "amod") else before
        return self.speakers.places.plain(self.phrase(noun))

    def side(self, head: int) -> str:
        """Return who puts a measure on: the state that a president or a cabinet acts for, else the name."""
        person = self.voices.name_at(head)
        named = person is not None and person.kind is not EntityKind.PERSON
        if self.state(head) is not None or named or self._body(head) is not None:
            return self.name(head)
        entity = self.speakers.entities.of_word(head) if self.tree.parse.upos[head] == "PRON" else None
        first = self.tree.parse.head_of(entity.canonical) if entity is not None else head
        if first == head and self.tree.parse.words[head].lower() in ("it", "its", "they", "their"):
            first = self._subject_before(head)
        if first != head:
            return self.side(first)
        noun = self.voices.noun_at(head) if self.tree.parse.upos[head] == "NOUN" else None
        acts_for = person is not None or self.tree.lemmas[head] in _CABINETS
        acts_for = acts_for or (noun is not None and noun.kind is VoiceKind.PERSON)
        found = self.speakers.side(self.voices.phrase(head)) if acts_for and self.is_party(head) else None
        return found or (self._union_of(head) if acts_for else None) or self.name(head)

    def _own_country(self, head: int) -> str | None:
        """Return the state that "his country" or "our government" is: the speaker's, or that of whom the pronoun stands for."""
        if self.tree.lemmas[head] not in _COUNTRIES or self.tree.parse.upos[head] != "NOUN":
            return None
        owner = next((k for k in self.tree.children(head, "nmod") if self.tree.parse.upos[k] == "PRON"), None)
        if owner is None:
            return None
        said = self.first_person(owner)
        if said is not None:
            return said
        entity = self.speakers.entities.of_word(owner)
        if entity is not None and self.tree.parse.upos[self.tree.parse.head_of(entity.canonical)] != "PRON":
            return self.speakers.side(entity.canonical)
        return None

    def _union_of(self, head: int) -> str | None:
        """Return the union of states that people act for: "EU envoys", "Ecowas leaders"."""
        beside = self.tree.children(head, "compound", "amod", "nmod")
        bodies = [self.voices.gazetteer.body(self.tree.parse.words[k]) for k in beside]
        return next((body.name for body in bodies if body is not None and body.state is None), None)

    def _subject_before(self, head: int) -> int:
        """Return the party that is the subject of the sentence before a pronoun's, or the pronoun itself."""
        number = self.tree.sentence_of[head]
        if not number:
            return head
        for k in range(*self.tree.parse.sentences[number - 1]):
            subject = self.tree.own_subject(k) if self.tree.relation(k) == "root" else None
            if subject is not None and self.tree.parse.upos[subject] != "PRON" and self.is_party(subject):
                return subject
        return head

    def _body(self, head: int) -> str | None:
        """Return the body that a capitalised phrase names, or that "the council" takes up."""
        words, lemma = self.tree.parse.words, self.tree.lemmas[head]
        a, b = self.phrase(head)
        if words[head][:1].isupper():
            start = next((k for k in range(a, head + 1) if words[k][:1].isupper() and words[k].lower() != "the"), head)
            for first, last in ((start, head + 1), *((head, end) for end in (head + 4, head + 3, head + 2))):
                found = self.voices.gazetteer.body(" ".join(words[first:last]))
                if found is not None:
                    return found.name
            if lemma not in _TAKEN_UP or start != head:
                return None
        definite = words[head][:1].isupper() or any(words[k].lower() == "the" for k in self.tree.children(head, "det"))
        if not definite or lemma not in _TAKEN_UP or b - a > 2:
            return None
        for k in range(a - 1, -1, -1):
            if words[k][:1].isupper() and words[k].lower() in _TAKEN_UP[lemma]:
                for start in range(max(0, k - 3), k + 1):
                    body = self.voices.gazetteer.body(" ".join(words[start : k + 1]))
                    if body is not None and body.state is None:
                        return body.name
        return None

    def name(self, head: int) -> str:
        """Return whom or what a filler names: a state's name, a body's or person's full one, else its own words."""
        found = self._names.get(head)
        if found is None:
            found = self._names[head] = self._name(head)
        return found

    def _name(self, head: int) -> str:
        told = self.state(head) or self._army_of(head) or self.first_person(head)
        if told is not None:
            return told
        above = self.subject_above(head)
        if above is not None:
            return self.name(above)
        entity = self.speakers.entities.of_word(head) if self.tree.parse.upos[head] == "PRON" else None
        if entity is not None and self.tree.parse.upos[first := self.tree.parse.head_of(entity.canonical)] != "PRON":
            return self.name(first)
        named = self.tree.parse.upos[head] in ("NOUN", "PROPN")
        told = self._own_country(head) or (self._body(head) if named else None)
        return told or self._as_named(head)

    def _as_named(self, head: int) -> str:
        """Return the fullest name that the text has for a word, else its own phrase."""
        name = self.voices.name_at(head)
        words = (name.start, name.end) if name is not None else (head, min(head + 3, len(self.tree.parse.words)))
        body = self.speakers.places.body_in(words) if self.tree.parse.upos[head] == "PROPN" else None
        if body is not None and (name is None or name.kind is not EntityKind.PERSON):
            return body.name
        beside = [k for k in self.tree.children(head, "appos") if self.tree.parse.upos[k] == "PROPN"]
        if self.tree.parse.upos[head] == "NOUN" and beside and self.voices.name_at(beside[0]) is not None:
            return self.name(beside[0])
        span = self.voices.phrase(head) if self.voices.can_speak(head) else self.phrase(head)
        if self.is_party(head):
            cluster = self.speakers.whom.cluster(span)
            named = self.speakers.name(span, cluster, self.speakers.described(span, cluster))
            if named is not None and "," not in named:
                return named
        return self.speakers.places.plain(self.phrase(head))
