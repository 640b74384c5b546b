"""The office a person holds in a text, and the state or body it speaks for."""

from onrecord.reading.coreference import Cluster
from onrecord.reading.places import Places
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Described, Voices
from onrecord.reading.whom import Whom
from onrecord.records import EntityKind, Naming, Span, VoiceKind
from onrecord.registers import Person, SpeaksFor, people
from onrecord.registers.gazetteer import fold

__all__ = ["Offices"]

_DROPPED = frozenset(("the", "a", "an", "one", "his", "her", "its", "their", "’s", "'s", "’", "'", ",", "then", "-"))
_OPPOSING = frozenset(("shadow", "opposition"))
"""Words for offices held against the government, not in it."""
_FORMER = frozenset(
    ("former", "formerly", "ex", "ex-", "onetime", "one-time", "retired", "ousted", "deposed", "previous", "served")
)


class Offices:
    """Tells offices and whom they speak for."""

    def __init__(self, tree: Tree, voices: Voices, places: Places, whom: Whom) -> None:
        self.tree, self.voices, self.places, self.whom = tree, voices, places, whom

    def role(self, span: Span, cluster: Cluster | None, told: Described) -> str | None:
        """Return the office or description of a person in the text's words."""
        if told.kind is not VoiceKind.PERSON:
            return None
        candidates = [*self.beside_name(span), *(cluster.roles if cluster is not None else ())]
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
        return self.places.plain((a, b))

    def beside_name(self, span: Span) -> list[Span]:
        """Return what of a phrase stands before and behind the name in it, where that says what somebody is."""
        name = next(
            (n for n in self.tree.parse.names_in(span) if n.kind is EntityKind.PERSON),
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
            found = self.tree.longest(self.voices.lexicon.roles, i)
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
            words[k].lower().rstrip("-") in _FORMER and self.tree.longest(self.voices.lexicon.roles, i) is not None
            for k in range(*span)
            for i in range(k + 1, min(k + 5, span[1]))
        )

    def speaks_for(self, span: Span, cluster: Cluster | None, told: Described, role: str | None) -> str | None:
        """Return the state or body a person or organ speaks for; legislators and unnamed officials speak for nobody."""
        phrases = [*self.beside_name(span), span, *(cluster.roles if cluster is not None else ())]
        phrases += [m.span for m in cluster.mentions] if cluster is not None else []
        if told.kind is VoiceKind.GOVERNMENT:
            head = self.tree.parse.head_of(span)
            state = self.voices.gazetteer.state(self.places.plain(span))
            if state is not None or self._is_state(head) or self.voices.is_plural(head):
                return None
            return self._state_among(phrases) or self._state_of_same(span) or self.places.state_near(span[0])
        if told.kind is not VoiceKind.PERSON:
            return None
        holder = self.holder(span, cluster, role)
        if holder is not None:
            return holder.speaks_for
        if role is None or _OPPOSING & set(role.lower().split()):
            return None
        offices = [o for p in phrases if (o := self._office(p)) is not None]
        if not offices:
            return None
        if told.attribution is not Naming.NAMED and "spokes" not in role.lower():
            return None
        verdict = offices[0][0]
        if verdict is not SpeaksFor.STATE:
            return self._body_among(phrases) if verdict is SpeaksFor.BODY else None
        return (
            self._firm_of(phrases)
            or self._body_among(phrases, organisations=True)
            or self._state_among(phrases)
            or self.places.state_near(span[0], speaking="spokes" in role.lower())
        )

    def holder(self, span: Span, cluster: Cluster | None, role: str | None) -> Person | None:
        """Return the register's office holder: by full name on the publication day, or by surname and office."""
        name = self.whom.full_name(cluster) if cluster is not None else None
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
                owner = self.whom.cluster(self.voices.phrase(k))
                if (
                    owner is not None
                    and owner.name is not None
                    and owner.kind is EntityKind.ORGANISATION
                    and self.whom.is_firm(owner)
                ):
                    return self.whom.full_name(owner)
        return None

    def _is_state(self, head: int) -> bool:
        name = self.voices.name_at(head)
        return (
            name is not None
            and self.voices.gazetteer.state(" ".join(self.tree.parse.words[name.start : name.end])) is not None
        )

    def _state_of_same(self, span: Span) -> str | None:
        """Return the state of the body last named by the same noun: "the ministry" after "Norway’s foreign ministry"."""
        lemma = self.tree.lemmas[self.tree.parse.head_of(span)]
        for k in range(span[0] - 1, -1, -1):
            if self.tree.lemmas[k] == lemma:
                state = self.places.state_in(self.voices.phrase(k))
                if state is not None:
                    return state
        return None

    def _state_among(self, phrases: list[Span]) -> str | None:
        return next((s for p in phrases if (s := self.places.state_in(p)) is not None), None)

    def _body_among(self, phrases: list[Span], organisations: bool = False) -> str | None:
        for p in phrases:
            body = self.places.body_in(p)
            if body is not None and (not organisations or body.kind.value == "organisation"):
                return body.name
        return None
