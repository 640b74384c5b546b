"""Who can speak, and what kind of voice a source is: name, number, role, whom it speaks for."""

import re
from dataclasses import dataclass

from onrecord.reading.coreference import Entities
from onrecord.reading.coreference.tables import person_nouns
from onrecord.reading.tree import Tree
from onrecord.records import EntityKind, Name, Naming, Span, VoiceKind
from onrecord.registers import BodyKind, Gazetteer, How, Lexicon, VoiceNoun
from onrecord.registers import Place as WordPlace

__all__ = ["Voices"]

_PEOPLE = frozenset(
    ("he", "she", "they", "who", "i", "we", "you", "him", "her", "them", "himself", "herself", "themselves")
)
_THINGS = frozenset(("it", "which", "that", "this", "itself"))
_QUANTIFIERS = frozenset(
    ("some", "several", "many", "few", "others", "both", "none", "most", "another", "one", "two", "three", "four")
)
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth", "sixth", "other", "others", "latter", "former"))
_VAGUE = frozenset(("many", "some", "few", "most", "others"))
_NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
    "eleven": "11", "twelve": "12", "dozen": "12",
}  # fmt: skip
_INEXACT = frozenset(("several", "multiple", "dozens", "numerous", "various", "couple", "handful", "scores"))
_DOER = re.compile(
    r"(?<!^cent)(?<!^lett)(?<!^pap)(?<!^regist)(?<!^ord)(?<!^numb)(?<!newspap)(?:er|or|ist|ian|ant|man|woman|ee)$(?<!^list)"
)
"""Endings of nouns for people that no dictionary has ("shipowner")."""
_PLURAL_OF_ONE = re.compile(r"(?:men|women|people|staff|police|personnel)$")


@dataclass(frozen=True, slots=True)
class Described:
    """What a source phrase says of its voice."""

    kind: VoiceKind
    attribution: Naming
    number: str | None


class Voices:
    """Answers what the phrases of one document can be voices of."""

    def __init__(self, tree: Tree, lexicon: Lexicon, gazetteer: Gazetteer, entities: Entities) -> None:
        self.tree, self.lexicon, self.gazetteer, self.entities = tree, lexicon, gazetteer, entities
        self._nouns: dict[int, VoiceNoun | None] = {}
        self._kinds: dict[int, VoiceKind | None] = {}
        self._names: dict[int, Name] = {i: n for n in tree.parse.names for i in range(n.start, n.end)}

    def name_at(self, i: int) -> Name | None:
        """Return the name a word is part of."""
        return self._names.get(i)

    def same(self, a: Span, b: Span) -> bool | None:
        """Whether two phrases stand for the same; None if nothing tells."""
        one, other = self.entities.of_span(a), self.entities.of_span(b)
        return None if one is None or other is None else one.number == other.number

    def noun_at(self, i: int) -> VoiceNoun | None:
        """Return what the lexicon says of the noun phrase that ends in ``i``: the longest entry that does."""
        if i not in self._nouns:
            self._nouns[i] = self._noun_at(i)
        return self._nouns[i]

    def _noun_at(self, i: int) -> VoiceNoun | None:
        lemmas = self.tree.lemmas
        for start in range(max(0, i - 3), i + 1):
            found = self.lexicon.voices.longest(lemmas, start)
            if found is not None and found.end == i + 1:
                return found.entry
        onward = self.lexicon.voices.longest(lemmas, i)
        if onward is not None:
            return onward.entry
        role = self.role_at(i)
        return VoiceNoun((lemmas[i].lower(),), VoiceKind.PERSON, Naming.DESCRIBED, "") if role else None

    def role_at(self, i: int) -> Span | None:
        """Return the title or office that ends in ``i``, the longest."""
        for start in range(max(0, i - 4), i + 1):
            found = self.tree.longest(self.lexicon.roles, start)
            if found is not None and found.end == i + 1:
                return start, i + 1
        return None

    def phrase(self, head: int) -> Span:
        """Return the noun phrase of a voice: apposition in, relative clauses out unless they tell who it is."""
        tree, parse = self.tree, self.tree.parse
        out = list(tree.children(head, "acl", "parataxis", "cc", "conj", "advcl", "dep", "discourse", "punct"))
        out += tree.children(head, "cop", "nsubj", "expl")  # "It was the daily that reported"
        conjuncts = [k for k in tree.children(head, "conj") if self.can_speak(k) and parse.upos[k] != "VERB"]
        if conjuncts:
            out = [k for k in out if tree.relation(k) not in ("cc", "conj")]
        words = tree.subtree(head, without=out)
        a, b = words[0], words[-1] + 1
        a = min(a, head)
        while b > head + 1 and (parse.upos[b - 1] == "PUNCT"):
            b -= 1
        while a < head and (parse.upos[a] in ("PUNCT", "ADP", "SCONJ") or tree.relation(a) in ("case", "fixed")):
            a += 1
        return a, b

    def whole(self, i: int) -> Span:
        """Return the name a word is part of, else its noun phrase."""
        name = self.name_at(i)
        return (name.start, name.end) if name is not None else self.phrase(i)

    def can_speak(self, i: int) -> bool:
        """Whether a noun or pronoun can be a voice: a person, a body, a document, or a word for some of these."""
        parse = self.tree.parse
        word = parse.words[i].lower()
        if parse.upos[i] == "PRON" or word in _QUANTIFIERS:
            return word in _PEOPLE | _QUANTIFIERS or word in _THINGS
        if i in self._names:
            return True
        if parse.upos[i] == "NOUN" and self.tree.lemmas[i] in person_nouns():
            return True
        if word in _ORDINALS and i and parse.words[i - 1].lower() == "the":
            named = i > 2 and [w.lower() for w in parse.words[i - 3 : i - 1]] == ["according", "to"]
            return named or self.tree.relation(i) == "nsubj"  # "The third, a diplomat, said"
        return self.noun_at(i) is not None or self.in_gazetteer(i) is not None or self._is_intelligence(i)

    def _is_intelligence(self, i: int) -> bool:
        """Whether a word is the intelligence of a state that itself believes and says: "South Korean intelligence believes"."""
        words = self.tree.parse.words
        if self.tree.lemmas[i] != "intelligence" or self.tree.relation(i) != "nsubj":
            return False
        return any(self.gazetteer.state(" ".join(words[max(0, i - n) : i])) is not None for n in (1, 2))

    def in_gazetteer(self, i: int) -> VoiceKind | None:
        """Return the kind of the state, institution or outlet that a word, with those just before it, names."""
        if i not in self._kinds:
            self._kinds[i] = self._in_gazetteer(i)
        return self._kinds[i]

    def _in_gazetteer(self, i: int) -> VoiceKind | None:
        words = self.tree.parse.words
        if not any(map(str.isupper, words[i])):
            return None
        for start in range(max(0, i - 4), i + 1):
            text = " ".join(words[start : i + 1])
            kind = self._known(text)
            if kind is not None:
                return kind
        return VoiceKind.OUTLET if self._sounds_like_outlet(i) else None

    def _sounds_like_outlet(self, i: int) -> bool:
        """Whether a name of an organisation has an outlet's word at its end or start ("the Harbour Herald", "Radio Bergen")."""
        name = self._names.get(i)
        if name is None or name.end - name.start < 2 or name.kind is EntityKind.PLACE:
            return False
        words = [w.lower() for w in self.tree.parse.words[name.start : name.end]]
        table = self.lexicon.outlet_words
        return (words[-1], WordPlace.LAST) in table or (words[0], WordPlace.FIRST) in table

    def _known(self, text: str) -> VoiceKind | None:
        state = self.gazetteer.state(text)
        if state is not None and state.how is not How.ADJECTIVE:
            return VoiceKind.GOVERNMENT
        body = self.gazetteer.body(text)
        if body is not None:
            return VoiceKind(body.kind.value)
        return VoiceKind.OUTLET if self.gazetteer.outlet(text) is not None else None

    def describe(self, span: Span) -> Described:
        """Return kind, attribution and stated number of a source phrase that is no pronoun."""
        parse = self.tree.parse
        head = parse.head_of(span)
        name = self._names.get(head) or self._called(head, span)
        number = self.number(head, span)
        known = self.in_gazetteer(head)
        if name is not None and self.gazetteer.outlet(" ".join(parse.words[name.start : name.end])) is not None:
            return Described(VoiceKind.OUTLET, Naming.NAMED, number)
        if known is not None and (name is None or name.kind is not EntityKind.PERSON or name.end - name.start == 1):
            return Described(known, Naming.NAMED, number)
        noun = self.noun_at(head)
        if parse.upos[head] == "PROPN" and self._is_beside_outlet(head, span):
            return Described(VoiceKind.OUTLET, Naming.NAMED, number)
        if name is not None:
            return Described(self._kind_of(name, noun), Naming.NAMED, number)
        if noun is None:
            return self._unlisted(head, number)
        kind = noun.kind
        plural = self.is_plural(head)
        if kind is VoiceKind.PERSON and plural:
            if self._of_body(head, span):
                return Described(VoiceKind.ORGANISATION, Naming.NAMED, number)
            kind = VoiceKind.GROUP
        if kind is VoiceKind.PERSON and number is None and self.tree.child(head, "conj") not in range(*span):
            number = "1"
        owned = self._owner(head, span)
        if kind is VoiceKind.GOVERNMENT or (kind in (VoiceKind.OUTLET, VoiceKind.ORGANISATION) and owned):
            return Described(kind, Naming.NAMED, number)
        unnamed = noun.attribution is Naming.UNNAMED and kind is VoiceKind.COLLECTIVE
        return Described(kind, Naming.UNNAMED if unnamed else Naming.DESCRIBED, number)

    def _is_beside_outlet(self, head: int, span: Span) -> bool:
        """Whether a name is told to be an outlet's: "Radyo Loboc, a station on Bohol"."""
        nouns = (self.noun_at(k) for k in self.tree.children(head, "appos") if span[0] <= k < span[1])
        return any(noun is not None and noun.kind is VoiceKind.OUTLET for noun in nouns)

    def _unlisted(self, head: int, number: str | None) -> Described:
        """Return what a noun or pronoun says of its voice that no dictionary has."""
        parse, word = self.tree.parse, self.tree.parse.words[head].lower()
        if word == "one" and parse.words[head + 1 : head + 2] == ("of",):
            return Described(VoiceKind.PERSON, Naming.DESCRIBED, "1")  # "one of them"
        if word == "another":
            return Described(VoiceKind.PERSON, Naming.DESCRIBED, "1")
        if word in ("it", "itself"):
            return Described(VoiceKind.ORGANISATION, Naming.DESCRIBED, number)
        if parse.upos[head] == "PROPN":
            return Described(VoiceKind.PERSON, Naming.NAMED, number)
        lemma = self.tree.lemmas[head]
        person = lemma in person_nouns() or self.role_at(head) is not None or _DOER.search(lemma) is not None
        if parse.upos[head] == "NOUN" and not person:
            speaks = self.tree.relation(head) == "nsubj"  # "the maritime security centre said", "citing a timetable"
            return Described(VoiceKind.ORGANISATION if speaks else VoiceKind.DOCUMENT, Naming.DESCRIBED, number)
        kind = VoiceKind.COLLECTIVE if word in _VAGUE else VoiceKind.GROUP
        return Described(kind if self.is_plural(head) else VoiceKind.PERSON, Naming.DESCRIBED, number)

    def _of_body(self, head: int, span: Span) -> bool:
        """Whether people are the experts of a body ("UN monitors", "United Nations investigators"): the body speaks."""
        words = self.tree.parse.words
        for a in range(max(span[0], head - 5), head):
            for b in range(head, a, -1):
                body = self.gazetteer.body(" ".join(words[a:b]))
                if body is not None and body.kind is BodyKind.ORGANISATION:
                    return True
        return False

    def _kind_of(self, name: Name, noun: VoiceNoun | None) -> VoiceKind:
        if name.kind is EntityKind.PERSON:
            return VoiceKind.PERSON
        if noun is not None and noun.kind in (VoiceKind.GOVERNMENT, VoiceKind.OUTLET, VoiceKind.ORGANISATION):
            return noun.kind
        return VoiceKind.GOVERNMENT if name.kind is EntityKind.PLACE else VoiceKind.ORGANISATION

    def _called(self, head: int, span: Span) -> Name | None:
        """Return the name that a described person is called by ("spokesman Dmitry Peskov")."""
        names = self.tree.parse.names_in(span)
        for name in names:
            top = self.tree.parse.head_of((name.start, name.end))
            owner = self.tree.parse.relations[top] == "nmod:poss"  # "Minsk’s foreign ministry"
            near = not owner and self.tree.relation(top) in ("appos", "flat", "compound", "nmod", "nsubj")
            if name.kind is EntityKind.PERSON and self.tree.parse.heads[top] == head and near:
                return name
            if self.tree.relation(top) == "appos" and self.tree.parse.heads[top] == head:
                return name
        people = [n for n in names if n.kind is EntityKind.PERSON and span[0] < n.start]
        if len(people) == 1 and people[0].start - 1 in (
            head,
            *(k for k in range(*span) if self.tree.parse.words[k] == ","),
        ):
            return people[0]  # "the reporter, Karl Brandt", whatever the tree makes of it
        titled = (
            len(people) == 1 and self.role_at(people[0].start - 1) is not None
        )  # "Secretary of State Antony Blinken"
        if titled or (len(people) == 1 and self._names_whole(people[0], head)):
            return people[0]
        return None

    def _names_whole(self, name: Name, head: int) -> bool:
        """Whether a name behind a title of several words is the title's: "master of ceremonies Asab Tabchi"."""
        parse, before = self.tree.parse, name.start - 1
        if parse.upos[before] != "NOUN" or not parse.words[before].islower() or not head < before:
            return False
        noun = self.noun_at(before)
        titled = noun is None or noun.kind is not VoiceKind.PERSON
        return titled and any(parse.words[k].lower() in ("of", "for") for k in range(head + 1, before))

    def _owner(self, head: int, span: Span) -> bool:
        """Whether a body belongs to somebody the text names ("Turkey's foreign ministry", "its embassy")."""
        return any(
            self.tree.relation(k) in ("nmod", "amod", "compound")
            for k in self.tree.children(head)
            if span[0] <= k < span[1]
        )

    def is_plural(self, i: int) -> bool:
        """Whether a noun is plural by its form."""
        parse = self.tree.parse
        word = parse.words[i].lower()
        return (
            (word != parse.lemmas[i].lower() and word.endswith("s"))
            or word in _QUANTIFIERS
            or bool(_PLURAL_OF_ONE.search(word))
        )

    def number(self, head: int, span: Span) -> str | None:
        """Return how many a voice is said to be: a numeral, or the inexact word itself."""
        parse = self.tree.parse
        if any(span[0] <= k < span[1] for k in self.tree.children(head, "conj")):
            return None  # "two officials and two diplomats": no one numeral counts them
        if parse.words[head].lower() in _INEXACT:
            return parse.words[head].lower()
        for k in self.tree.children(head, "nummod", "amod", "det"):
            word = parse.words[k].lower()
            if not span[0] <= k < span[1]:
                continue
            if word in _NUMBERS:
                return _NUMBERS[word]
            if word.isdigit() or word in _INEXACT:
                return word
        return None
