"""Who speaks: the voice behind a source phrase, with name, number, office, and the body it speaks for."""

from onrecord.reading.bridging import EXPERTS, issuer
from onrecord.reading.coreference import Cluster, Entities
from onrecord.reading.drafts import Draft
from onrecord.reading.places import Places
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Described, Voices
from onrecord.records import Document, EntityKind, Link, Naming, Relation, Span, Voice, VoiceKind
from onrecord.registers import Person, SpeaksFor, people
from onrecord.registers.gazetteer import fold

__all__ = ["Speakers"]

_DROPPED = frozenset(("the", "a", "an", "one", "his", "her", "its", "their", "’s", "'s", "’", "'", ",", "then", "-"))
_BASES = {
    "intelligence": "own intelligence", "footage": "witness", "document": "document", "letter": "document",
    "record": "document", "memo": "document", "filing": "document", "report": "another report",
}  # fmt: skip
_FORMER = frozenset(
    ("former", "formerly", "ex", "ex-", "onetime", "one-time", "retired", "ousted", "deposed", "previous", "served")
)
_RULERS = frozenset(("ruler", "leader", "strongman", "autocrat", "president", "premier"))
_HEADS = frozenset(
    ("president", "prime minister", "supreme leader", "leader", "king", "chancellor", "general secretary")
)
_FIRMS = frozenset(("company", "firm", "manufacturer", "maker", "group", "reseller", "supplier"))
_WITNESSES = frozenset(("witness", "eyewitness"))


class Speakers:
    """Turns source phrases and links into voices."""

    def __init__(self, tree: Tree, voices: Voices, entities: Entities, places: Places) -> None:
        self.tree, self.voices, self.entities, self.places = tree, voices, entities, places
        self.taken_up: dict[int, Span] = {}
        self._told: dict[Span, Described] = {}
        self._sides: dict[Span, str | None] = {}

    def cluster(self, span: Span) -> Cluster | None:
        """Return whom a phrase stands for; "a spokesperson" is somebody new, whatever the tree hangs it on."""
        found = self.entities.of_span(span)
        parse = self.tree.parse
        if found is None or found.name is None:
            first = span if found is None else found.introduced.span
            told = self._expert(span) or self._leader(first) or self._company(first)
            if told is not None:
                return told
        if found is None or parse.words[span[0]].lower() not in ("a", "an", "another"):
            return found
        named = any(span[0] <= m.span[0] and m.span[1] <= span[1] for m in found.mentions if m.form.value == "name")
        return found if named or found.name is None else None

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
        cluster = self.cluster(span)
        told = self.described(span, cluster)
        role = self.role(span, cluster, told)
        name = self.name(span, cluster, told)
        return Voice(
            name=name,
            kind=told.kind,
            attribution=told.attribution,
            number=told.number,
            role=role,
            speaks_for=self.speaks_for(span, cluster, told, role),
            basis=self.basis(draft),
            entity=None,
            spans=spans,
            text=document.slice(spans),
            speaker=self.speaker(span, told, name, role),
        )

    def _expert(self, span: Span) -> Cluster | None:
        """Return the one named expert of a text that "a United Nations expert" can be, wherever it names them."""
        head = self.tree.parse.head_of(span)
        if self.tree.lemmas[head] not in EXPERTS or self.voices.is_plural(head):
            return None
        named = [c for c in self.entities.clusters if c.name is not None and c.kind is EntityKind.PERSON]
        found = [c for c in named if any(EXPERTS & set(self.tree.lemmas[a:b]) for a, b in c.roles)]
        return found[0] if len(found) == 1 else None

    def _leader(self, span: Span) -> Cluster | None:
        """Return the head of a state whom a text calls so without a title: "the Belarusian ruler"."""
        head, words = self.tree.parse.head_of(span), self.tree.parse.words
        if self.tree.lemmas[head] not in _RULERS or words[span[0]].lower() != "the":
            return None
        state = self.places.state_in(span)
        on = self.places.document.published_on
        found = []
        for cluster in self.entities.clusters if state is not None else ():
            name = self.full_name(cluster) if cluster.kind is EntityKind.PERSON else None
            holder = people().named(name, on) if name is not None and " " in name else None
            if holder is not None and holder.holds(on) and holder.speaks_for == state and holder.office in _HEADS:
                found.append(cluster)
        return found[0] if len(found) == 1 else None

    def _company(self, span: Span) -> Cluster | None:
        """Return the one firm that "the company" can be: the body named most that is no state's, outlet or known institution."""
        head = self.tree.parse.head_of(span)
        if (
            self.tree.lemmas[head] not in _FIRMS
            or self.tree.parse.words[span[0]].lower() != "the"
            or span[1] - span[0] > 2
        ):
            return None
        found = [
            c
            for c in self.entities.clusters
            if c.name is not None
            and c.kind is EntityKind.ORGANISATION
            and self._is_firm(c)
            and c.canonical[0] < span[0]
        ]
        counts = sorted(((len(c.mentions), -c.number, c) for c in found), key=lambda x: x[:2], reverse=True)
        clear = len(counts) == 1 or (len(counts) > 1 and counts[0][0] > counts[1][0])
        return counts[0][2] if counts and clear else None

    def _is_firm(self, cluster: Cluster) -> bool:
        return self.voices.in_gazetteer(cluster.canonical[1] - 1) is None

    def speaker(self, span: Span, told: Described, name: str | None, role: str | None) -> str | None:
        """Return who is behind a voice: its name, the register's where the text has a surname, a document's issuer."""
        if told.attribution is not Naming.NAMED:
            return None
        if told.kind is VoiceKind.PERSON and name is not None and " " not in name:
            holder = self._holder(span, self.cluster(span), role)
            return holder.name if holder is not None else name
        lead = self.tree.parse.words[span[0]].lower()
        if told.kind is VoiceKind.GOVERNMENT and lead in ("the", "its", "his", "her", "their"):
            body = self.voices.gazetteer.body(self.plain(span))
            state = self.speaks_for(span, self.cluster(span), told, None)
            if body is None and state is not None and self.places.state_in(span) is None:
                return state  # "the government", "its ministry": which one only the state tells
        behind_it = issuer(self.tree, self.voices, span) if told.kind is VoiceKind.DOCUMENT else None
        if behind_it is None:
            return name
        cluster = self.cluster(behind_it)
        behind = self.described(behind_it, cluster)
        return self.name(behind_it, cluster, behind) if behind.attribution is Naming.NAMED else None

    def link(self, hop: Span, relation: Relation, document: Document) -> Link:
        """Return a link of a chain."""
        cluster = self.cluster(hop)
        told = self.described(hop, cluster)
        spans = (self.places.span(hop),)
        return Link(self.name(hop, cluster, told), told.kind, relation, None, spans, document.slice(spans))

    def cluster_of(self, span: Span) -> int | None:
        """Return the number of the cluster that a phrase stands for."""
        cluster = self.cluster(self.taken_up.get(span[0], span))
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
        cluster = self.cluster(span)
        return span if cluster is None else cluster.number

    def same_side(self, source: Span, subject: int) -> bool:
        """Whether a word names the source, or the state or body that the source is or speaks for."""
        phrase = self.voices.phrase(subject)
        if self.voices.same(source, phrase):
            return True
        if self._is_client(source, phrase):
            return True
        side, other = self._side(source), self._side(phrase)
        return side is not None and side == other

    def _is_client(self, source: Span, phrase: Span) -> bool:
        """Whether a phrase names the one whose lawyer, aide or spokesman the source is ("Mr Lane's lawyer")."""
        one, other = self.cluster(source), self.cluster(phrase)
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
        cluster = self.cluster(span)
        told = self.described(span, cluster)
        if told.kind is VoiceKind.GOVERNMENT:
            return True
        role = self.role(span, cluster, told)
        return told.kind is VoiceKind.PERSON and self.speaks_for(span, cluster, told, role) is not None

    def _side(self, span: Span) -> str | None:
        if span not in self._sides:
            self._sides[span] = self._side_of(span)
        return self._sides[span]

    def _side_of(self, span: Span) -> str | None:
        if self.tree.parse.words[span[0]].lower() in ("a", "an", "any", "no", "each", "every"):
            return self.places.state_in(span)
        cluster = self.cluster(span)
        told = self.described(span, cluster)
        if told.kind is VoiceKind.GOVERNMENT:
            return self.places.state_in(span) or self.speaks_for(span, cluster, told, None)
        return self.speaks_for(span, cluster, told, self.role(span, cluster, told)) or self.places.state_in(span)

    def described(self, span: Span, cluster: Cluster | None) -> Described:
        """Return kind, attribution and number; a pronoun or description takes those of what it takes up."""
        if span not in self._told:
            self._told[span] = self._described(span, cluster)
        return self._told[span]

    def _described(self, span: Span, cluster: Cluster | None) -> Described:
        parse = self.tree.parse
        head = parse.head_of(span)
        own = self.voices.describe(span)
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

    def name(self, span: Span, cluster: Cluster | None, told: Described) -> str | None:
        """Return the fullest name of a voice: a state's short name for its metonyms, a body's own words."""
        parse = self.tree.parse
        own = self.plain(span)
        if told.kind is VoiceKind.DOCUMENT or self.tree.child(parse.head_of(span), "conj") in range(*span):
            return own
        named = self.full_name(cluster) if cluster is not None else None
        for text in (own, named or ""):
            state = self.voices.gazetteer.state(text) if text else None
            if state is not None and told.kind is VoiceKind.GOVERNMENT:
                return state.state.name
            body = self.voices.gazetteer.body(text) if text else None
            if body is not None:
                same = named is not None and self.voices.gazetteer.body(named) is body
                return named if same and named is not None and len(named) > len(text) else text
        if told.kind is VoiceKind.PERSON and named:
            return named
        head = parse.head_of(span)
        inner = self.voices.name_at(head)
        if told.kind is VoiceKind.OUTLET and self.voices.gazetteer.outlet(own) is not None:
            return own
        if told.kind in (VoiceKind.OUTLET, VoiceKind.ORGANISATION) and inner is not None:
            whole = named or self.plain((inner.start, inner.end))
            return whole.removeprefix("The ").removeprefix("the ") if told.kind is VoiceKind.OUTLET else whole
        if parse.upos[head] == "PRON" or (
            cluster is not None and own.split(" ")[0] in ("the", "The") and len(own.split()) < 3
        ):
            intro = cluster.introduced.span if cluster is not None else None
            if intro is None or parse.upos[parse.head_of(intro)] == "PRON":
                return None
            return named or self.plain(intro)
        return own

    def full_name(self, cluster: Cluster) -> str | None:
        """Return a cluster's fullest name in the text's words, without a title that the model took into it."""
        if cluster.name is None:
            return None
        a, b = cluster.canonical
        found = self.voices.lexicon.roles.longest(self.tree.lemmas, a)
        if found is not None and found.end < b:
            a = found.end
        return self.plain((a, b))

    def plain(self, span: Span) -> str:
        """Return a phrase's own words as the text has them, without a possessive mark at the end."""
        text = self.places.document.slice((self.places.span(span),))
        return text.removesuffix("’s").removesuffix("'s").strip()

    def role(self, span: Span, cluster: Cluster | None, told: Described) -> str | None:
        """Return the office or description of a person in the text's words."""
        if told.kind is not VoiceKind.PERSON:
            return None
        candidates = [*self._beside_name(span), *(cluster.roles if cluster is not None else ())]
        if told.attribution is not Naming.NAMED:
            head = self.tree.parse.head_of(span)
            pronoun = self.tree.parse.upos[head] == "PRON"
            candidates = [cluster.introduced.span if pronoun and cluster is not None else span, *candidates]
        best = next((c for c in candidates if self._office(c) is not None), candidates[0] if candidates else None)
        if best is None or self.tree.parse.upos[self.tree.parse.head_of(best)] == "PRON":
            return None
        a, b = best
        words = self.tree.parse.words
        while a < b - 1 and words[a].lower() in _DROPPED:
            a += 1
        if words[a].lower() == "who" and words[a + 1].lower() == "served" and "as" in words[a:b]:
            a = words.index("as", a, b) + 1  # "who served as the minister"
        while b > a + 1 and words[b - 1] in (",", "’s", "'s"):
            b -= 1
        return self.plain((a, b))

    def _beside_name(self, span: Span) -> list[Span]:
        """Return what of a phrase stands before and behind the name in it, where that says what somebody is."""
        name = next(
            (
                n
                for n in self.tree.parse.names
                if span[0] <= n.start and n.end <= span[1] and n.kind is EntityKind.PERSON
            ),
            None,
        )
        if name is None:
            return []
        parts = [(span[0], name.start), (name.end, span[1])]
        return [p for p in parts if p[1] > p[0] and self._office(p) is not None]

    def _office(self, span: Span) -> tuple[SpeaksFor, Span] | None:
        """Return whom the office in a phrase speaks for, and where it stands: the longest title in it."""
        if self._is_former(span):
            return SpeaksFor.NONE, span
        best: tuple[SpeaksFor, Span] | None = None
        for i in range(*span):
            found = self.voices.lexicon.roles.longest(self.tree.lemmas, i)
            if (
                found is not None
                and found.end <= span[1]
                and (best is None or found.end - found.start > best[1][1] - best[1][0])
            ):
                best = found.entry.speaks_for, (found.start, found.end)
        return best

    def _is_former(self, span: Span) -> bool:
        """Whether an office in a phrase is one held no longer: who held it speaks for nobody."""
        words = self.tree.parse.words
        return any(
            words[k].lower().rstrip("-") in _FORMER
            and self.voices.lexicon.roles.longest(self.tree.lemmas, i) is not None
            for k in range(*span)
            for i in range(k + 1, min(k + 5, span[1]))
        )

    def speaks_for(self, span: Span, cluster: Cluster | None, told: Described, role: str | None) -> str | None:
        """Return the state or body a person or organ speaks for; legislators and unnamed officials speak for nobody."""
        phrases = [*self._beside_name(span), span, *(cluster.roles if cluster is not None else ())]
        phrases += [m.span for m in cluster.mentions] if cluster is not None else []
        if told.kind is VoiceKind.GOVERNMENT:
            head = self.tree.parse.head_of(span)
            state = self.voices.gazetteer.state(self.plain(span))
            if state is not None or self._is_state(head) or self.voices.is_plural(head):
                return None
            return self._state_among(phrases) or self.places.state_near(span[0])
        if told.kind is not VoiceKind.PERSON:
            return None
        holder = self._holder(span, cluster, role)
        if holder is not None:
            return holder.speaks_for
        if role is None:
            return None
        offices = [o for p in phrases if (o := self._office(p)) is not None]
        if not offices:
            return None
        if told.attribution is not Naming.NAMED and "spokes" not in role.lower():
            return None
        verdict = offices[0][0]
        if verdict is SpeaksFor.NONE:
            return None
        if verdict is SpeaksFor.BODY:
            return self._body_among(phrases)
        firm = self._firm_of(phrases)
        if firm is not None:
            return firm
        return (
            self._body_among(phrases, organisations=True)
            or self._state_among(phrases)
            or self.places.state_near(span[0])
        )

    def _holder(self, span: Span, cluster: Cluster | None, role: str | None) -> Person | None:
        """Return the register's office holder: by full name on the publication day, or by surname and office."""
        name = self.full_name(cluster) if cluster is not None else None
        on = self.places.document.published_on
        if name is None or cluster is None or cluster.kind is not EntityKind.PERSON:
            return None
        if any(self._is_former(p) for p in (span, *cluster.roles)):
            return None
        if " " in name:
            known = people().named(name, on)
            held = known is not None and (known.holds(on) or (role is not None and known.office in fold(role)))
            return known if held else None
        state = self._state_among([span, *cluster.roles])
        found = people().called(name, role, on) if role else None
        return found if found is not None and state in (None, found.speaks_for) else None

    def _firm_of(self, phrases: list[Span]) -> str | None:
        """Return the firm that an office belongs to: "the company’s spokesman", "spokesman for Orvanta"."""
        for a, b in phrases:
            for k in range(a, b):
                if self.tree.relation(k) != "nmod" or self.tree.parse.heads[k] not in range(a, b):
                    continue
                owner = self.cluster(self.voices.phrase(k))
                if (
                    owner is not None
                    and owner.name is not None
                    and owner.kind is EntityKind.ORGANISATION
                    and self._is_firm(owner)
                ):
                    return self.full_name(owner)
        return None

    def _is_state(self, head: int) -> bool:
        name = self.voices.name_at(head)
        return (
            name is not None
            and self.voices.gazetteer.state(" ".join(self.tree.parse.words[name.start : name.end])) is not None
        )

    def _state_among(self, phrases: list[Span]) -> str | None:
        return next((s for p in phrases if (s := self.places.state_in(p)) is not None), None)

    def _body_among(self, phrases: list[Span], organisations: bool = False) -> str | None:
        for p in phrases:
            body = self.places.body_in(p)
            if body is not None and (not organisations or body.kind.value == "organisation"):
                return body.name
        return None

    def basis(self, draft: Draft) -> str | None:
        """Return how a source is said to know: from intelligence, a document, its own eyes; None where the text is silent."""
        parse = self.tree.parse
        if any(self.tree.lemmas[k] in _WITNESSES for span in draft.source for k in range(*span)):
            return "witness"
        if draft.verb is None:
            return None
        for k in self.tree.children(draft.verb, "advcl"):
            if parse.lemmas[k] in ("cite", "quote"):
                for o in self.tree.children(k, "obj"):
                    if parse.lemmas[o].lower() in _BASES:
                        return _BASES[parse.lemmas[o].lower()]
        return None
