"""Stated measures: a sanction, an embargo, a ban that the text speaks of, who put it on whom, and how it stands."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reading.dates import FoundDate
from onrecord.reading.dates.words import listed
from onrecord.reading.events.factuality import Judge
from onrecord.reading.events.fillers import Fillers
from onrecord.reading.events.found import FoundEvent, FoundMeasure
from onrecord.reading.events.known import Known
from onrecord.reading.events.sides import Sides
from onrecord.reading.events.slots import looks_a_verb
from onrecord.reading.events.standing import BLOCKING, DONE, DRAFTS, FRESH, Standing
from onrecord.reading.tree import Tree
from onrecord.records import MeasureStatus, Span
from onrecord.registers import MeasureKind, measure_nouns

__all__ = ["Measures"]

_KEEPING = listed("have keep maintain plan prepare threaten consider promise propose weigh ready")
"""Verbs whose subject is the one that has a measure, or would put it on."""
_TOWARDS = frozenset(("on", "against"))
_ABOUT = frozenset(("over", "for"))
_DEFINITE = listed("the these those this that its their such both")
_FACING = listed("face risk incur escape avoid suffer fear invite trigger dodge")
"""Verbs whose subject a measure is on, or would be."""


_CONTAINERS = listed(
    "round package set batch wave tranche raft series first last rest core part bulk slew list system regime most "
    "some many all bundle range remnant heart remainder"
)
"""Nouns that count or hold measures: what happens to them happens to these."""
_LISTED = listed("entity unverified denied terrorist terrorism sponsor terror debarment frozen")
"""What tells that a list is one of those who are under sanctions."""
_LEVIES = frozenset(("duty", "tariff", "levy"))
_RULING = listed("forbid oblige bar ban prohibit require provide outlaw restrict limit bind deny cap compel")
"""Verbs whose subject is a rule if it is a law, a treaty or a resolution."""
_LEAVE = frozenset(("permit", "licence", "license", "authorisation", "authorization", "permission", "approval"))


class Measures:
    """Finds the stated measures of one document."""

    def __init__(
        self, fillers: Fillers, events: Sequence[FoundEvent], judge: Judge, dates: Sequence[FoundDate]
    ) -> None:
        """Take the events and dates of the document, in order, and who holds what in it."""
        self.dates = dates
        self.tree: Tree = fillers.tree
        self.fillers, self.events, self.judge = fillers, events, judge
        self.nouns = measure_nouns()
        self.sides, self.known = Sides(fillers), Known(fillers)
        self.standing = Standing(self.tree, judge)

    def run(self) -> list[FoundMeasure]:
        """Return the measures in the order of their words; of a repeated one, what was told of it before stays known."""
        found: list[FoundMeasure] = []
        for measure in sorted((*self._named(), *self._told_by_verbs()), key=lambda m: m.span):
            whole = self.known.completed(measure, found)
            told = whole.imposer or whole.target or whole.subject is not None
            told = told or self._is_ruling(whole.head) or self._is_law_by_name(whole.head)
            if told or whole.status is not MeasureStatus.IN_FORCE:
                found.append(whole)
        return found

    def _named(self) -> Iterator[FoundMeasure]:
        """Yield the measures that a noun names."""
        first = next((e.head for e in self.events if e.frame in DONE), len(self.tree.parse.words))
        for head, upos in enumerate(self.tree.parse.upos):
            named = upos in ("NOUN", "PROPN") or looks_a_verb(self.tree, head)
            noun = self.nouns.get(self._lemma(head)) if named else None
            if (
                noun is None
                or self.tree.relation(head) == "compound"
                or not self._is_one(head, noun.kind, seen=first < head)
            ):
                continue
            first = min(first, head)
            tops = (head, *self._holders(head))
            events = [e for e in self.events if self._is_about(e, tops) or self._is_subject(head, e)]
            ruling = next((e for e in events if self._rules(e, head)), None)
            if ruling is not None and self.standing.never(ruling, head):
                continue
            measure = self._measure(head, events, ruling, self._noun_phrase(head))
            if ruling is not None or measure.imposer or measure.target or self._says_something(measure):
                yield measure

    def _holders(self, head: int) -> Iterator[int]:
        """Yield the nouns that count a measure: "a tenth round of sanctions", "the first of the sanctions"."""
        tree, above = self.tree, self.tree.parse.heads[head]
        while above is not None and tree.relation(head) == "nmod" and tree.lemmas[above] in _CONTAINERS:
            yield above
            head, above = above, tree.parse.heads[above]

    def _is_about(self, event: FoundEvent, tops: Sequence[int]) -> bool:
        """Whether a measure, or what holds it, is what an event is done to: imposed, lifted, broken, voted down."""
        roles = ("measure",) if event.frame not in BLOCKING else ("goods", "about", "measure")
        held = {k for role in roles for k in event.roles.get(role, ())}
        if held & set(tops):
            return True
        drafts = [k for k in held if self.tree.lemmas[k] in DRAFTS] if event.frame in BLOCKING else []
        return any(top in self.tree.subtree(k) for k in drafts for top in tops)

    def _lemma(self, head: int) -> str:
        """Return a noun's lemma, also of one that the tree takes for a verb."""
        word = self.tree.parse.words[head].lower()
        return word if word in self.nouns else self.tree.lemmas[head]

    def _is_subject(self, head: int, event: FoundEvent) -> bool:
        """Whether a measure is what puts somebody on a list: "The sanctions will target the bank"."""
        return (
            event.frame == "list_party"
            and self.tree.own_subject(event.head) == head
            and not self.tree.is_passive(event.head)
        )

    def _says_something(self, measure: FoundMeasure) -> bool:
        """Whether a clause tells how a measure stands that it does not say more of: "The embargo has failed", "if ..."."""
        held = self.judge.statements[measure.held] if measure.held is not None else None
        tied = held is not None and held[2].condition is not None
        named = any(self.tree.relation(k) in ("compound", "amod", "nmod") for k in self.tree.children(measure.head))
        return self.tree.relation(measure.head) == "nsubj" or tied or named

    def _is_one(self, head: int, kind: MeasureKind, *, seen: bool) -> bool:
        """Whether a noun names a measure here: "the rules" only if another word says so or one was named before."""
        near = [*self.tree.children(head, "compound", "amod"), *self.tree.children(head, "nmod")]
        beside = any(self.nouns.get(self.tree.lemmas[k], None) is not None for k in near)
        role = any(head in e.roles.get("measure", ()) for e in self.events)
        if kind is MeasureKind.MEASURE:
            return not any(self.tree.parse.words[k].lower() in ("no", "any") for k in self.tree.children(head, "det"))
        if kind is MeasureKind.BESIDE:
            return beside or any(self.tree.lemmas[k] in _LISTED for k in near)
        if kind is MeasureKind.VAGUE:
            traded = any(
                self.fillers.fits(k, "trade")
                for k in near
                if self.tree.child(k, "case") is not None and not self.fillers.is_party(k)
            )
            put_on = self.tree.lemmas[head] in _LEVIES and bool(self.sides.imposers(head) or self.sides.targets(head))
            beside = beside or traded or put_on or (seen and bool(FRESH & {self.tree.lemmas[k] for k in near}))
            definite = any(self.tree.parse.words[k].lower() in _DEFINITE for k in self.tree.children(head, "det"))
            return beside or (seen and (definite or role))
        return (
            role
            or self._is_ruling(head)
            or self._is_law_by_name(head)
            or (self.sides.imposers(head) != () and any(self._about_arms(k) for k in near))
        )

    def _is_law_by_name(self, head: int) -> bool:
        """Whether a clause tells what is done under a law or a resolution by its name: "under the Arms Export Control Act"."""
        tree, words = self.tree, self.tree.parse.words
        case = tree.child(head, "case")
        named = words[head][:1].isupper() and bool(tree.children(head, "compound", "amod", "nummod", "nmod"))
        return named and case is not None and words[case].lower() == "under"

    def _is_ruling(self, head: int) -> bool:
        """Whether a word is what obliges or forbids something by its clause: "the treaty bans", "Resolution 1929 bars"."""
        above = self.tree.parse.heads[head]
        return above is not None and self.tree.relation(head) == "nsubj" and self.tree.lemmas[above] in _RULING

    def _about_arms(self, k: int) -> bool:
        return (
            self.fillers.fits(k, "arms")
            or self.fillers.fits(k, "trade")
            or self.nouns.get(self.tree.lemmas[k]) is not None
        )

    def _rules(self, event: FoundEvent, head: int) -> bool:
        """Whether an event is what the clause tells of a measure, and no attribute of it ("the embargo imposed in 2006")."""
        attribute = self.tree.relation(event.head) in ("acl", "amod") and self.tree.parse.heads[event.head] == head
        return (
            not attribute or self.tree.relation(head) == "root"
        )  # "The ban on sales expired" is a clause, whatever the tree says

    def _told_by_verbs(self) -> Iterator[FoundMeasure]:
        """Yield the measures that only a verb names: "bar exports to", "blacklist the firm", "sanctioned Chile"."""
        for event in self.events:
            if event.frame not in ("impose_measure", "list_party") or self.tree.parse.upos[event.head] != "VERB":
                continue
            if self.tree.has_no_subject(event.head):
                continue  # "No embargo forbids it" tells of none
            objects = [k for k in event.roles.get("measure", ()) if self._stands_alone(k)]
            subject = self.tree.own_subject(event.head)
            named = subject is not None and self.tree.lemmas[subject] in self.nouns and event.frame == "list_party"
            if named or any(self._names_or_stands_for(k) for k in objects):
                continue
            ends = [
                self.fillers.voices.phrase(k)[1] for role in ("subject", "target") for k in event.roles.get(role, ())
            ]
            near = [end for end in ends if self.tree.sentence_of[end - 1] == self.tree.sentence_of[event.head]]
            span = (event.head, max([event.head + 1, *near]))
            yield replace(self._measure(event.head, [event], event, span), span=span)
        yield from self._rules_told()

    def _rules_told(self) -> Iterator[FoundMeasure]:
        """Yield what a clause says one may not do with arms, or only with leave: "may no longer be sold to", "needs a permit"."""
        tree = self.tree
        for event in self.events:
            verb = event.head
            if event.frame != "transfer_arms" or tree.parse.upos[verb] != "VERB":
                continue
            above = tree.parse.heads[verb]
            ruled = bool(tree.modals(verb) & {"may", "can"}) and "longer" in tree.text((max(0, verb - 4), verb)).split()
            leave = (
                above is not None
                and tree.relation(verb) == "csubj"
                and tree.lemmas[above] in ("need", "require")
                and any(tree.lemmas[k] in _LEAVE for k in tree.children(above, "obj"))
            )
            if ruled or leave:
                span = tree.phrase(above if leave and above is not None else verb)
                target = event.roles.get("recipient", ()) or event.roles.get("supplier", ())
                held = self.standing.holder(verb)
                yield FoundMeasure(verb, span, (), target, None, MeasureStatus.IN_FORCE, event.when, held)

    def _stands_alone(self, k: int) -> bool:
        """Whether a measure noun is one by itself here, and not the list that the verb puts somebody on."""
        noun = self.nouns.get(self._lemma(k))
        return noun is None or self._is_one(k, noun.kind, seen=False)

    def _names_or_stands_for(self, k: int) -> bool:
        return self.tree.lemmas[k] in self.nouns or self.tree.parse.upos[k] == "PRON"

    def _noun_phrase(self, head: int) -> Span:
        """Return the phrase that names a measure, with what it is on, over or about."""
        tree = self.tree
        out = tree.children(
            head,
            "acl",
            "conj",
            "cc",
            "appos",
            "parataxis",
            "punct",
            "case",
            "cop",
            "nsubj",
            "aux",
            "mark",
            "advmod",
            "advcl",
        )
        words = list(tree.subtree(head, without=[k for k in out if not self._is_attribute(k)]))
        return min(words, default=head), max(words, default=head) + 1

    def _is_attribute(self, k: int) -> bool:
        return self.tree.relation(k) == "acl" and any(e.head == k for e in self.events)

    def _measure(self, head: int, events: Sequence[FoundEvent], ruling: FoundEvent | None, span: Span) -> FoundMeasure:
        imposer = self._from(events, "imposer")
        target = self._from(events, "target")
        if self.tree.parse.upos[head] == "NOUN" or looks_a_verb(self.tree, head):
            near = self.sides.targets(head)
            target = target or near or self._suffers(head)
            imposer = self.sides.imposers(head) or imposer or self._holder_of(head)
        held = self.standing.holder(head)
        when = ruling.when if ruling is not None else next((e.when for e in events if e.when is not None), None)
        when = when or (self._time_of(self.tree.parse.heads[head]) if ruling is None else None)
        return FoundMeasure(
            head,
            span,
            imposer,
            target,
            self._subject(head, events),
            self.standing.status(head, ruling, held, own=self._is_own(held, imposer)),
            when,
            held,
        )

    def _is_own(self, held: int | None, imposer: Sequence[int]) -> bool:
        """Whether a measure is told of by the one who puts it on."""
        draft = self.judge.statements[held][1] if held is not None else None
        if draft is None or not draft.source or not imposer:
            return False
        speaker = self.fillers.side(self.tree.parse.head_of(draft.source[0]))
        return speaker in {self.fillers.side(k) for k in imposer}

    def _time_of(self, verb: int | None) -> FoundDate | None:
        """Return the time that hangs on the verb a measure is the object of: "has had one since 1990"."""
        if verb is None or self.tree.lemmas[verb] not in _KEEPING:
            return None
        heads = self.tree.parse.heads
        return next((d for d in self.dates if heads[self.tree.parse.head_of((d.start, d.end))] == verb), None)

    def _from(self, events: Sequence[FoundEvent], role: str) -> tuple[int, ...]:
        heads = next((e.roles[role] for e in events if e.roles.get(role)), ())
        acts = [
            b for k in heads if self.tree.lemmas[k] in self.nouns for b in self.tree.subtree(k) if self.sides.is_body(b)
        ]
        if acts and role == "imposer":
            return (acts[0],)  # "imposed by Security Council Resolution 1970"
        return tuple(k for k in heads if self.tree.lemmas[k] not in self.nouns)

    def _suffers(self, head: int) -> tuple[int, ...]:
        """Return who faces, risks or is under a measure: "Chile could face sanctions", "is under an embargo"."""
        tree, verb = self.tree, self.tree.parse.heads[head]
        if verb is None or self.tree.relation(head) not in ("obj", "obl"):
            case = tree.child(head, "case")
            under = case is not None and tree.parse.words[case].lower() == "under"
            subject = tree.own_subject(head) if under else None
        elif tree.relation(head) == "obl":
            case = tree.child(head, "case")
            under = case is not None and tree.parse.words[case].lower() == "under"
            subject = tree.subject(verb) if under else None
        else:
            subject = tree.subject(verb) if tree.lemmas[verb] in _FACING else None
        return (subject,) if subject is not None and self.fillers.is_party(subject) else ()

    def _holder_of(self, head: int) -> tuple[int, ...]:
        """Return who has, keeps, plans or threatens a measure: "The European Union has had an embargo since 1990"."""
        verb = self.tree.parse.heads[head]
        if verb is None or self.tree.relation(head) != "obj" or self.tree.lemmas[verb] not in _KEEPING:
            return ()
        subject = self.tree.subject(verb)
        return (subject,) if subject is not None and self.fillers.is_party(subject) else ()

    def _subject(self, head: int, events: Sequence[FoundEvent]) -> Span | None:
        told = self._from(events, "subject")
        if told:
            return self.fillers.phrase(told[0])
        for k in self.tree.children(head, "nmod"):
            case = self.tree.child(k, "case")
            if (
                case is not None
                and self.tree.parse.words[case].lower() in _ABOUT | _TOWARDS
                and not self.fillers.is_party(k)
            ):
                words = list(self.tree.subtree(k, without=[case]))
                return min(words), max(words) + 1
        near = [k for k in self.tree.children(head, "compound", "amod") if self.tree.parse.upos[k] in ("NOUN", "PROPN")]
        goods = [k for k in near if self.fillers.fits(k, "arms")]
        return (goods[0], goods[0] + 1) if goods else None
