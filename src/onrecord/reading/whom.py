"""Whom a phrase of a text stands for, where coreference leaves it open: the one expert, the head of a state, the firm."""

from onrecord.reading.bridging import EXPERTS
from onrecord.reading.coreference import Cluster, Entities, Form
from onrecord.reading.places import Places
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Voices
from onrecord.records import EntityKind, Span
from onrecord.registers import people

__all__ = ["Whom"]

_RULERS = frozenset(("ruler", "leader", "strongman", "autocrat", "president", "premier"))
_HEADS = frozenset(
    ("president", "prime minister", "supreme leader", "leader", "king", "chancellor", "general secretary")
)
_STATELY = frozenset(
    (
        "ministry",
        "department",
        "government",
        "army",
        "navy",
        "junta",
        "embassy",
        "cabinet",
        "council",
        "parliament",
        "force",
    )
)
FAR = 2
"""Sentences back in which "both men" were named, at most."""
_EQUALS = frozenset(
    ("counterpart", "colleague", "co-defendant", "co-author", "opponent", "rival", "host", "brother", "sister")
)
"""Nouns for somebody of two."""
_NO_STATES = frozenset(("company", "firm", "manufacturer", "reseller"))
_FIRMS = frozenset(("company", "firm", "manufacturer", "maker", "group", "reseller", "supplier"))


class Whom:
    """Answers whom the phrases of one document stand for."""

    def __init__(self, tree: Tree, voices: Voices, entities: Entities, places: Places) -> None:
        self.tree, self.voices, self.entities, self.places = tree, voices, entities, places
        self._asked: dict[Span, Cluster | None] = {}

    def cluster(self, span: Span) -> Cluster | None:
        """Return whom a phrase stands for; "a spokesperson" is somebody new, whatever the tree hangs it on."""
        if span not in self._asked:
            self._asked[span] = self._cluster(span)
        return self._asked[span]

    def _cluster(self, span: Span) -> Cluster | None:
        found = self.entities.of_span(span)
        parse = self.tree.parse
        if found is not None and self.tree.lemmas[parse.head_of(span)] in _NO_STATES and self._is_state(found):
            found = None  # "the company" is no state, of whatever the text has spoken last
        if found is None or found.name is None:
            first = span if found is None else found.introduced.span
            told = self._expert(span) or self._leader(first) or self._in_office(first) or self._company(first)
            told = told or self._one_of_two(span) or self._colleague(span)
            if told is not None:
                return told
        if found is None or parse.words[span[0]].lower() not in ("a", "an", "another"):
            return found
        named = any(span[0] <= m.span[0] and m.span[1] <= span[1] for m in found.mentions if m.form.value == "name")
        return found if named or found.name is None else None

    def pair(self, span: Span) -> tuple[str, ...]:
        """Return the names of the two that "both men" or "the two ministers" are: the last two people named before."""
        lead = [w.lower() for w in self.tree.parse.words[span[0] : span[0] + 2]]
        if lead[0] != "both" and lead != ["the", "two"]:
            return ()
        last = self._people_before(span[0])[-2:]
        names = [name for c in last if (name := self.full_name(c)) is not None]
        return tuple(names) if len(names) == 2 else ()

    def _people_before(self, word: int) -> list[Cluster]:
        """Return the people named in the sentences right before a word, in the order of those names."""
        first = self.tree.parse.sentences[max(0, self.tree.sentence_of[word] - FAR)][0]
        met: dict[int, tuple[int, Cluster]] = {}
        for cluster in self.entities.clusters:
            if cluster.name is None or cluster.kind is not EntityKind.PERSON or cluster.members:
                continue
            named = [m.span[0] for m in cluster.mentions if m.form is Form.NAME and first <= m.span[0] < word]
            if named:
                met[cluster.number] = (named[0], cluster)
        return [cluster for _, cluster in sorted(met.values(), key=lambda x: x[0])]

    def _one_of_two(self, span: Span) -> Cluster | None:
        """Return whom "the former" or "the latter" is: the first or second of the last two people named."""
        words = [w.lower() for w in self.tree.parse.words[span[0] : span[1]]]
        if words not in (["the", "former"], ["the", "latter"]):
            return None
        last = self._people_before(span[0])[-2:]
        if len(last) < 2:
            return None
        return last[0] if words[1] == "former" else last[1]

    def _colleague(self, span: Span) -> Cluster | None:
        """Return whom "her counterpart", "his colleague" is: the one other person named just before."""
        head = self.tree.parse.head_of(span)
        owner = self.entities.of_word(span[0])
        if self.tree.lemmas[head] not in _EQUALS or self.tree.parse.words[span[0]].lower() not in (
            "his",
            "her",
            "their",
        ):
            return None
        others = [c for c in self._people_before(span[0]) if owner is None or c.number != owner.number]
        return others[0] if len(others) == 1 else None

    def full_name(self, cluster: Cluster) -> str | None:
        """Return a cluster's fullest name in the text's words, without a title that the model took into it."""
        if cluster.name is None:
            return None
        a, b = cluster.canonical
        found = self.tree.longest(self.voices.lexicon.roles, a)
        if found is not None and found.end < b:
            a = found.end
        return self.places.plain((a, b))

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

    def _in_office(self, span: Span) -> Cluster | None:
        """Return the one person of a text who holds the office a phrase names before it names the person: "its ambassador"."""
        lead = self.tree.parse.words[span[0]].lower()
        title = self.voices.role_at(self.tree.parse.head_of(span))
        if (
            title is None
            or lead in ("a", "an", "another", "one")
            or self.voices.is_plural(self.tree.parse.head_of(span))
        ):
            return None
        office, state = self.tree.lemmas[title[0] : title[1]], self.places.state_in(span)
        found = []
        for cluster in self.entities.clusters:
            if cluster.name is None or cluster.kind is not EntityKind.PERSON or cluster.canonical[0] < span[0]:
                continue
            roles = [r for r in cluster.roles if self._holds(r, office)]
            states = {self.places.state_in(r) for r in roles}
            if roles and (state is None or states & {state, None}):
                found.append(cluster)
        return found[0] if len(found) == 1 else None

    def _holds(self, role: Span, office: tuple[str, ...]) -> bool:
        """Whether a role has the words of an office in one run."""
        words, n = self.tree.lemmas[role[0] : role[1]], len(office)
        return any(words[i : i + n] == office for i in range(len(words) - n + 1))

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
            if c.name is not None and c.kind is EntityKind.ORGANISATION and self.is_firm(c) and c.canonical[0] < span[0]
        ]
        counts = sorted(((len(c.mentions), -c.number, c) for c in found), key=lambda x: x[:2], reverse=True)
        clear = len(counts) == 1 or (len(counts) > 1 and counts[0][0] > counts[1][0])
        return counts[0][2] if counts and clear else None

    def is_firm(self, cluster: Cluster) -> bool:
        """Whether a body is no state's, no outlet and no institution of the gazetteer."""
        if self.voices.in_gazetteer(cluster.canonical[1] - 1) is not None or self._is_state(cluster):
            return False
        return not _STATELY & {self.tree.lemmas[k] for k in range(*cluster.canonical)}

    def _is_state(self, cluster: Cluster) -> bool:
        """Whether somebody is a state, by its name or its capital's."""
        named = " ".join(self.tree.parse.words[cluster.canonical[0] : cluster.canonical[1]])
        return self.voices.gazetteer.state(named) is not None
