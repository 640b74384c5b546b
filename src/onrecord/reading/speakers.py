"""Who speaks: the voice behind a source phrase, with name, number, office, and the body it speaks for."""

from onrecord.reading.bridging import EXPERTS, issuer
from onrecord.reading.coreference import Cluster, Entities
from onrecord.reading.drafts import Draft
from onrecord.reading.offices import Offices
from onrecord.reading.places import Places
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Described, Voices
from onrecord.reading.whom import Whom
from onrecord.records import Document, EntityKind, Link, Naming, Relation, Span, Voice, VoiceKind
from onrecord.registers import How

__all__ = ["Speakers"]

_BASES = {
    "intelligence": "own intelligence", "footage": "witness", "document": "document", "letter": "document",
    "record": "document", "memo": "document", "filing": "document", "report": "another report",
}  # fmt: skip
_ARTICLES = frozenset(("the", "a", "an", "its", "his", "her", "their"))
_OFFICIALS = frozenset(("official", "minister", "spokesman", "spokeswoman", "spokesperson", "ambassador", "envoy"))
_OUTSIDERS = frozenset(
    (
        "analyst",
        "expert",
        "researcher",
        "academic",
        "witness",
        "nurse",
        "resident",
        "doctor",
        "journalist",
        "reporter",
        "critic",
    )
)
"""People whose denials and promises bind nobody but themselves."""
_WITNESSES = frozenset(("witness", "eyewitness"))


class Speakers:
    """Turns source phrases and links into voices."""

    def __init__(self, tree: Tree, voices: Voices, entities: Entities, places: Places) -> None:
        self.tree, self.voices, self.entities, self.places = tree, voices, entities, places
        self.whom = Whom(tree, voices, entities, places)
        self.offices = Offices(tree, voices, places, self.whom)
        self.taken_up: dict[int, Span] = {}
        self._told: dict[Span, Described] = {}
        self._sides: dict[Span, str | None] = {}

    def voice(self, draft: Draft, document: Document) -> Voice:
        """Return the voice of a statement."""
        if draft.author:
            basis = "inference" if draft.inferred else None
            return Voice(None, VoiceKind.AUTHOR, None, None, None, None, basis, None, (), None, None)
        if not draft.source:
            return Voice(None, VoiceKind.GROUP, Naming.UNNAMED, None, None, None, None, None, (), None, None)
        span = draft.source[0]
        spans = tuple(self.places.span(s) for s in draft.source)
        span = self.taken_up.get(span[0], span)
        cluster = self.whom.cluster(span)
        told = self.described(span, cluster)
        role = self.offices.role(span, cluster, told)
        name = self.name(span, cluster, told)
        pair = self.whom.pair(span) if told.attribution is Naming.DESCRIBED else ()
        if pair:
            name, told = " and ".join(pair), Described(told.kind, Naming.NAMED, told.number)
        return Voice(
            name=name,
            kind=told.kind,
            attribution=told.attribution,
            number=told.number,
            role=role,
            speaks_for=self.offices.speaks_for(span, cluster, told, role),
            basis=self.basis(draft),
            entity=None,
            spans=spans,
            text=document.slice(spans),
            speaker=self.speaker(span, told, name, role),
        )

    def speaker(self, span: Span, told: Described, name: str | None, role: str | None) -> str | None:
        """Return who is behind a voice: its name, the register's where the text has a surname, a document's issuer."""
        if told.attribution is not Naming.NAMED:
            return None
        if told.kind is VoiceKind.PERSON and name is not None and " " not in name:
            holder = self.offices.holder(span, self.whom.cluster(span), role)
            return holder.name if holder is not None else name
        lead = self.tree.parse.words[span[0]].lower()
        if told.kind is VoiceKind.GOVERNMENT and lead in ("the", "its", "his", "her", "their"):
            body = self.voices.gazetteer.body(self.places.plain(span))
            state = self.offices.speaks_for(span, self.whom.cluster(span), told, None)
            if body is None and state is not None and self.places.state_in(span) is None:
                return state  # "the government", "its ministry": which one only the state tells
        behind_it = issuer(self.tree, self.voices, span) if told.kind is VoiceKind.DOCUMENT else None
        if behind_it is None:
            return name
        cluster = self.whom.cluster(behind_it)
        behind = self.described(behind_it, cluster)
        return self.name(behind_it, cluster, behind) if behind.attribution is Naming.NAMED else None

    def link(self, hop: Span, relation: Relation, document: Document) -> Link:
        """Return a link of a chain."""
        cluster = self.whom.cluster(hop)
        told = self.described(hop, cluster)
        spans = (self.places.span(hop),)
        return Link(self.name(hop, cluster, told), told.kind, relation, None, spans, document.slice(spans))

    def cluster_of(self, span: Span) -> int | None:
        """Return the number of the cluster that a phrase stands for."""
        cluster = self.whom.cluster(self.taken_up.get(span[0], span))
        return None if cluster is None else cluster.number

    def fits(self, source: Span, pronoun: str) -> bool:
        """Whether a pronoun can stand for a source: "he" for people, "it" for bodies, "they" for both."""
        person = self.described(source, self.entities.of_span(source)).kind in (VoiceKind.PERSON, VoiceKind.GROUP)
        return pronoun == "they" or person == (pronoun in ("he", "she"))

    def key(self, span: Span) -> object:
        """Return what two phrases of one voice share: its cluster, that of a document's issuer, else its first phrase."""
        span = self.taken_up.get(span[0], span)
        head = self.tree.parse.head_of(span)
        noun = self.voices.noun_at(head)
        if noun is not None and noun.kind is VoiceKind.DOCUMENT:
            span = issuer(self.tree, self.voices, span) or span
        cluster = self.whom.cluster(span)
        return span if cluster is None else cluster.number

    def same_side(self, source: Span, subject: int) -> bool:
        """Whether a word names the source, or the state or body that the source is or speaks for."""
        source = self.taken_up.get(source[0], source)
        phrase = self.voices.phrase(subject)
        if self.voices.same(source, phrase):
            return True
        if self._is_client(source, phrase):
            return True
        side, other = self.side(source), self.side(phrase)
        if side is None and other is not None and self._is_state_head(subject):
            return self._serves_some_state(source)  # "Paris sent nothing, an adviser at the defence ministry said"
        return side is not None and side == other

    def _is_state_head(self, word: int) -> bool:
        return self.places.state_in((word, word + 1)) is not None

    def _serves_some_state(self, source: Span) -> bool:
        """Whether a source is an official of a state that its words leave to the reader."""
        words = self.tree.parse.words
        if words[source[0]].lower() in ("its", "their"):
            return True
        nouns = (self.voices.noun_at(k) for k in range(*source))
        organ = any(noun is not None and noun.kind is VoiceKind.GOVERNMENT for noun in nouns)
        return organ or self.tree.lemmas[self.tree.parse.head_of(source)] in _OFFICIALS

    def _is_client(self, source: Span, phrase: Span) -> bool:
        """Whether a phrase names the one whose lawyer, aide or spokesman the source is ("Mr Lane's lawyer")."""
        one, other = self.whom.cluster(source), self.whom.cluster(phrase)
        if one is None or other is None or one.number == other.number or other.kind is not EntityKind.PERSON:
            return False
        return any(
            (owner := self.entities.of_word(k)) is not None and owner.number == other.number
            for role in one.roles
            for k in range(*role)
            if self.tree.parse.relations[k] == "nmod:poss"
        )

    def is_official(self, span: Span) -> bool:
        """Whether a source is an organ of a state or speaks for one: for it "the country" is its own."""
        cluster = self.whom.cluster(span)
        told = self.described(span, cluster)
        if told.kind is VoiceKind.GOVERNMENT:
            return True
        role = self.offices.role(span, cluster, told)
        return told.kind is VoiceKind.PERSON and self.offices.speaks_for(span, cluster, told, role) is not None

    def has_authority(self, span: Span) -> bool:
        """Whether a source can deny or promise for a state, a firm or a group: an organ, its official, or the body itself."""
        span = self.taken_up.get(span[0], span)
        cluster = self.whom.cluster(span)
        told = self.described(span, cluster)
        if self.is_official(span):
            return True
        if EXPERTS & set(self.tree.lemmas[span[0] : span[1]]):
            return False
        if told.kind is VoiceKind.ORGANISATION:
            return self.voices.in_gazetteer(self.tree.parse.head_of(span)) is None
        if (
            told.kind not in (VoiceKind.PERSON, VoiceKind.GROUP)
            or self.tree.lemmas[self.tree.parse.head_of(span)] in _OUTSIDERS
        ):
            return False
        if self._serves_some_state(span) or self.places.state_in(span) is not None:
            return True
        bodies = any(n.kind is EntityKind.ORGANISATION for n in self.tree.parse.names_in(span))
        nouns = (self.voices.noun_at(k) for k in range(*span))
        return bodies or any(noun is not None and noun.kind is VoiceKind.ORGANISATION for noun in nouns)

    def side(self, span: Span) -> str | None:
        """Return the state that a phrase speaks or acts for, or None: "President Trump", "its ministers"."""
        if span not in self._sides:
            self._sides[span] = self._side_of(span)
        return self._sides[span]

    def _side_of(self, span: Span) -> str | None:
        if self.tree.parse.words[span[0]].lower() in ("a", "an", "any", "no", "each", "every"):
            return self.places.state_in(span)
        cluster = self.whom.cluster(span)
        told = self.described(span, cluster)
        if told.kind is VoiceKind.GOVERNMENT:
            return self.places.state_in(span) or self.offices.speaks_for(span, cluster, told, None)
        role = self.offices.role(span, cluster, told)
        return (
            self.offices.speaks_for(span, cluster, told, role) or self.places.state_in(span) or self._owner_side(span)
        )

    def _owner_side(self, span: Span) -> str | None:
        """Return the state that "its" stands for in "its ambassador"."""
        if self.tree.parse.words[span[0]].lower() not in ("its", "their") or span[1] - span[0] < 2:
            return None
        owner = self.entities.of_word(span[0])
        return self.places.state_in(owner.canonical) if owner is not None else None

    def described(self, span: Span, cluster: Cluster | None) -> Described:
        """Return kind, attribution and number; a pronoun or description takes those of what it takes up."""
        if span not in self._told:
            self._told[span] = self._described(span, cluster)
        return self._told[span]

    def _described(self, span: Span, cluster: Cluster | None) -> Described:
        parse = self.tree.parse
        head = parse.head_of(span)
        own = self.voices.describe(span)
        if own.kind is VoiceKind.PERSON and self._names_an_outlet(span):
            return Described(VoiceKind.OUTLET, Naming.NAMED, None)
        if own.kind is VoiceKind.DOCUMENT:
            known = issuer(self.tree, self.voices, span) is not None
            return Described(own.kind, Naming.NAMED if known else own.attribution, own.number)
        if cluster is None:
            return own
        if own.attribution is Naming.NAMED and own.kind is VoiceKind.PERSON:
            kinds = [n.kind for r in cluster.roles if (n := self.voices.noun_at(parse.head_of(r))) is not None]
            if VoiceKind.OUTLET in kinds:
                return Described(VoiceKind.OUTLET, Naming.NAMED, None)
        if parse.upos[head] == "PRON" and not cluster.name:
            intro = cluster.introduced.span
            return self.voices.describe(intro) if intro != span else own
        if own.attribution is Naming.NAMED and cluster.name is not None and cluster.canonical != span:
            whole = self.voices.describe(cluster.canonical)
            return Described(whole.kind, own.attribution, own.number) if whole.kind is VoiceKind.OUTLET else own
        if cluster.name is None or own.attribution is Naming.NAMED:
            return own
        if own.kind in (VoiceKind.DOCUMENT, VoiceKind.OUTLET):
            return Described(own.kind, Naming.NAMED, own.number)
        kind = VoiceKind.PERSON if cluster.kind is EntityKind.PERSON else self.voices.describe(cluster.canonical).kind
        return Described(kind, Naming.NAMED, None if kind is VoiceKind.PERSON else own.number)

    def _names_an_outlet(self, span: Span) -> bool:
        """Whether what the model takes for a person is an outlet by the noun right before it: "the Cairo daily Al-Safir"."""
        name = self.voices.name_at(span[1] - 1)
        if name is None or not span[0] < name.start:
            return False
        noun = self.voices.noun_at(name.start - 1)
        return noun is not None and noun.kind is VoiceKind.OUTLET

    def _name_in(self, span: Span, told: Described) -> str | None:
        """Return the one person's name in a phrase: "the reporter, Karl Brandt"."""
        people = [n for n in self.tree.parse.names_in(span) if n.kind is EntityKind.PERSON]
        if told.attribution is not Naming.NAMED or len(people) != 1:
            return None
        return self.places.plain((people[0].start, people[0].end))

    def name(self, span: Span, cluster: Cluster | None, told: Described) -> str | None:
        """Return the fullest name of a voice: a state's short name for its metonyms, a body's own words."""
        parse = self.tree.parse
        own = self.places.plain(span).removeprefix("Both ")
        if told.kind is VoiceKind.DOCUMENT or self.tree.child(parse.head_of(span), "conj") in range(*span):
            return own
        named = self.whom.full_name(cluster) if cluster is not None else None
        for text in (own, named or ""):
            state = self.voices.gazetteer.state(text) if text else None
            if state is not None and told.kind is VoiceKind.GOVERNMENT:
                return state.state.name
            body = self.voices.gazetteer.body(text) if text else None
            if body is not None:
                same = named is not None and self.voices.gazetteer.body(named) is body
                return named if same and named is not None and len(named) > len(text) else text
        if told.kind is VoiceKind.PERSON and (own_name := named or self._name_in(span, told)):
            return own_name
        head = parse.head_of(span)
        inner = self.voices.name_at(head)
        if told.kind is VoiceKind.OUTLET and self.voices.gazetteer.outlet(own) is not None:
            return own
        if told.kind in (VoiceKind.OUTLET, VoiceKind.ORGANISATION) and inner is not None:
            whole = named or self.places.plain((inner.start, inner.end))
            return whole.removeprefix("The ").removeprefix("the ") if told.kind is VoiceKind.OUTLET else whole
        if parse.upos[head] == "PRON" or (
            cluster is not None and own.split(" ")[0] in ("the", "The") and len(own.split()) < 3
        ):
            intro = cluster.introduced.span if cluster is not None else None
            if intro is None or parse.upos[parse.head_of(intro)] == "PRON":
                return None
            return named or self.places.plain(intro)
        return self._apposed(span) or self._with_state(span) or own

    def _apposed(self, span: Span) -> str | None:
        """Return the name set beside a description, or before a clause: "The charterer, Pontic Grain & General"."""
        words = self.tree.parse.words
        comma = next((k for k in range(span[0] + 1, span[1] - 1) if words[k] == ","), None)
        if comma is None:
            return None
        if words[comma + 1].lower() in ("which", "who", "where"):
            return self.places.plain((span[0], comma))
        before = [words[k] for k in range(span[0], comma)]
        if all(w[:1].isupper() or w in ("of", "for", "&", "-") for w in before):
            return self.places.plain((span[0], comma))
        if any(w[:1].isupper() for w in before[1:]) or before[0].lower() not in _ARTICLES:
            return None
        start = comma + 1
        title = self.tree.longest(self.voices.lexicon.roles, start)
        start = title.end if title is not None and title.end < span[1] else start
        end = start
        while end < span[1] and (words[end][:1].isupper() or (end > start and words[end] in ("&", "-", "’", "'"))):
            end += 1
        return self.places.plain((start, end)) if end > start else None

    def _with_state(self, span: Span) -> str | None:
        """Return "Russia’s embassy in Seoul" for "Moscow’s embassy in Seoul", "Armenia" for "the Armenian capital"."""
        words = self.tree.parse.words
        found = self.voices.gazetteer.state(words[span[0]])
        if found is not None and found.how is How.CAPITAL and words[span[0] + 1 : span[0] + 2] in (("’s",), ("'s",)):
            return found.state.name + self.places.plain((span[0] + 1, span[1]))
        if self.tree.lemmas[self.tree.parse.head_of(span)] == "capital":
            return self.places.state_in(span)
        return None

    def basis(self, draft: Draft) -> str | None:
        """Return how a source is said to know: from intelligence, a document, its own eyes; None where the text is silent."""
        parse = self.tree.parse
        if any(self.tree.lemmas[k] in _WITNESSES for span in draft.source for k in range(*span)):
            return "witness"
        if draft.basis is not None or draft.verb is None:
            return draft.basis
        for k in self.tree.children(draft.verb, "advcl"):
            if parse.lemmas[k] in ("cite", "quote"):
                for o in self.tree.children(k, "obj"):
                    if parse.lemmas[o].lower() in _BASES:
                        return _BASES[parse.lemmas[o].lower()]
        return None
