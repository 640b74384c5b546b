"""What a word is, as far as a frame asks: arms, a measure, a party, a firm, a trade."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from onrecord.reading.arms import ArmsMention
from onrecord.reading.events import nouns
from onrecord.reading.events.held import Held
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree
from onrecord.records import EntityKind, VoiceKind
from onrecord.registers import MeasureKind, Topic, frames, measure_nouns, weapons
from onrecord.registers.spelling import compact

__all__ = ["Kinds"]

BACK = 8
"""Sentences back in which arms may be named that a pronoun stands for, at most."""


class Kinds:
    """Answers for the words of one document."""

    def __init__(
        self, tree: Tree, speakers: Speakers, arms: Iterable[ArmsMention] = (), held: Sequence[Held] = ()
    ) -> None:
        """Take the weapons named and the statements with the words of their contents."""
        self.tree, self.speakers, self.voices = tree, speakers, speakers.voices
        self.held = held
        self._names: dict[int, str] = {}
        self._arms = {k for mention in arms for k in range(*mention.span)}
        self._checks: Mapping[str, Callable[[int], bool]] = {
            "arms": self._is_arms, "measure": self._is_measure, "party": self.can_act, "state": self._is_state,
            "firm": self._is_firm, "trade": self._is_trade, "their trade": self._is_theirs, "deed": self._is_deed,
            "task": self._is_task, "draft": self._is_draft, "reprisal": self._is_reprisal, "proposal": self._is_proposal,
            "ban": self._is_dealing, "licence": self._is_licence, "list": self._is_list, "assets": self._is_property,
            "company": self._is_company, "forces": self._is_forces, "licensing": self._is_licensing, "thing": self._is_thing,
            "freight": self._is_freight,
        }  # fmt: skip

    def fits(self, head: int, kind: str) -> bool:
        """Whether a word is of a kind that a frame asks for ("arms", "party"; `frames.KINDS` has them all)."""
        return self._checks[kind](head)

    def _is_deed(self, head: int) -> bool:
        """Whether a word tells what somebody is asked to do: "to halt the sale", "for help"; a question asks for words."""
        words = self.tree.parse.words
        if self.tree.parse.upos[head] == "VERB":
            return any(words[k].lower() in ("to", "that") for k in self.tree.children(head, "mark"))
        return self.tree.parse.upos[head] in ("NOUN", "PROPN", "PRON") and self.tree.lemmas[head] not in nouns.WORDS

    def _is_task(self, head: int) -> bool:
        """Whether a word is what somebody is told to do: "told Chile to stop", not "told Chile that it stopped"."""
        words = self.tree.parse.words
        return self.tree.parse.upos[head] == "VERB" and any(
            words[k].lower() == "to" for k in self.tree.children(head, "mark")
        )

    def _is_dealing(self, head: int) -> bool:
        """Whether a word tells a trade that can be forbidden: "from exporting rifles", "from arms sales", "to sell drones"."""
        if self.tree.parse.upos[head] != "VERB":
            return self._is_trade(head)
        return any(t.frame in ("transfer_arms", "produce_arms") for t in frames().verbs.get(self.tree.lemmas[head], ()))

    def _is_licence(self, head: int) -> bool:
        return self.tree.lemmas[head] in nouns.LICENCES

    def _is_licensing(self, head: int) -> bool:
        """Whether a word tells that leave to export is given: "licensing", "issuing permits", "export licences"."""
        if self.tree.parse.upos[head] != "VERB":
            return self._is_licence(head) and self.voices.is_plural(head)
        given = any(self._is_licence(k) for k in self.tree.children(head, "obj"))
        return self.tree.lemmas[head] in ("license", "licence") or given

    def _is_thing(self, head: int) -> bool:
        return (
            self.tree.parse.upos[head] == "NOUN"
            and not self.is_party(head)
            and not self.tree.lemmas[head].endswith(nouns.ABSTRACT)
            and self.tree.lemmas[head] not in nouns.NO_ARMS
        )

    def _is_list(self, head: int) -> bool:
        return self.tree.lemmas[head] in nouns.LISTS

    def _is_draft(self, head: int) -> bool:
        return self.tree.lemmas[head] in nouns.DRAFTS

    def _is_reprisal(self, head: int) -> bool:
        """Whether a word is what one threatens with: "measures", "to retaliate"."""
        lemma = self.tree.lemmas[head]
        return lemma in nouns.REPRISALS or (self.tree.parse.upos[head] == "NOUN" and lemma in measure_nouns())

    def _is_proposal(self, head: int) -> bool:
        return self.tree.lemmas[head] in nouns.PROPOSALS

    def _is_property(self, head: int) -> bool:
        return self.tree.lemmas[head] in nouns.PROPERTY

    def is_party(self, head: int) -> bool:
        """Whether a word stands for a state, a body or people."""
        if self.tree.parse.upos[head] == "VERB" or self.tree.parse.words[head].lower() in ("it", "which", "that"):
            return self._stands_for_party(head) or self.subject_above(head) is not None
        if self.tree.parse.upos[head] == "NUM":
            return any(self.voices.can_speak(k) for k in self.tree.children(head, "nmod"))
        known = self.voices.can_speak(head) or self.state(head) is not None
        return known or self.tree.lemmas[head] in nouns.SIDES or self.tree.parse.words[head].lower() in nouns.SIDES

    def can_act(self, head: int) -> bool:
        """Whether a word may stand for somebody or for a place where arms can be: no thing, no deed, nothing abstract."""
        if head in self._arms and self._is_numbered(head):
            return False
        if self.is_party(head):
            return True
        upos, lemma = self.tree.parse.upos[head], self.tree.lemmas[head]
        if upos == "PRON" or self.tree.parse.words[head].lower() == "whoever":
            return self.tree.parse.words[head].lower() in nouns.ANYBODY
        if upos not in ("NOUN", "PROPN") or self._is_arms(head) or self._is_measure(head) or self._is_trade(head):
            return False
        if upos == "PROPN":
            return not self.tree.in_headline(head) or self.voices.name_at(head) is not None
        abstract = lemma.endswith(nouns.ABSTRACT) and lemma not in nouns.BODIES
        return not abstract and lemma not in nouns.NOBODY and lemma not in frames().nouns and not self.is_document(head)

    def _stands_for_party(self, head: int) -> bool:
        """Whether "it" takes up a state or a body."""
        found = self.speakers.entities.of_word(head) if self.tree.parse.upos[head] == "PRON" else None
        return found is not None and found.name is not None and found.kind is not None

    def is_document(self, head: int) -> bool:
        """Whether a word names a document: it may say, accuse and impose, but "a plan to supply" supplies nothing."""
        noun = self.voices.noun_at(head) if self.tree.parse.upos[head] == "NOUN" else None
        return noun is not None and noun.kind is VoiceKind.DOCUMENT

    def subject_above(self, head: int) -> int | None:
        """Return who says what "it" does in what they say of themselves: "Iran has acknowledged that it supplied"."""
        tree = self.tree
        if tree.parse.words[head].lower() not in ("it", "they") or tree.relation(head) != "nsubj":
            return None
        k = tree.parse.heads[head]
        while k is not None and tree.relation(k) in ("ccomp", "xcomp", "conj", "advcl"):
            k = tree.parse.heads[k]
            subject = tree.own_subject(k) if k is not None else None
            if subject is not None and subject != head and tree.parse.words[subject].lower() not in ("it", "they"):
                return subject if self.is_party(subject) else None
        return None

    def state(self, head: int) -> str | None:
        """Return the state a word names, by adjective or capital too; of a longer name the whole has to: not "New Mexico"."""
        words, name = self.tree.parse.words, self.voices.name_at(head)
        start = min((k for k in self.tree.children(head, "compound") if words[k][:1].isupper()), default=head)
        if name is not None and name.end == head + 1:
            start = name.start
        found = self.voices.gazetteer.state(" ".join(words[min(start, head) : head + 1]))
        if found is None and name is not None:
            found = self.voices.gazetteer.state(" ".join(words[name.start : name.end]))
        return found.state.name if found is not None else None

    def _is_arms(self, head: int) -> bool:
        noun = measure_nouns().get(self.tree.lemmas[head])
        if noun is not None and noun.kind is MeasureKind.MEASURE:
            return False  # "the arms embargo" is none
        if self.tree.parse.upos[head] == "SYM":  # "$1bn in arms"
            after = self._in_goods(head)
            return after is not None and self._is_arms(after)
        inside = [k for k in self.tree.children(head, "nmod") if self.tree.child(k, "case") is not None]
        if self.counts(head) and inside:
            return any(self._is_arms(k) for k in inside)
        if self.counts(head) or self.tree.parse.words[head].lower() in nouns.THINGS:
            return self._arms_before(head) is not None
        near = [head, *self.tree.children(head, "compound", "amod", "flat")]
        return any(self._names_arms(k) for k in (*near, *inside))

    def _is_freight(self, head: int) -> bool:
        """Whether a word names arms that come or go, and not what carries them: "a cargo vessel left" tells no transfer."""
        if self.tree.lemmas[head] not in nouns.CARRIERS:
            return self._is_arms(head)
        tree = self.tree
        beside = (head, *tree.children(head, "compound", "amod", "flat"))
        if any(k in self._arms or tree.lemmas[k] in nouns.WARLIKE for k in beside):
            return True
        told = [k for k in tree.children(head, "nmod") if tree.child(k, "case") is not None]
        told += [k for clause in tree.children(head, "acl") for k in tree.children(clause, "obj", "obl")]
        return any(self._is_arms(k) for k in told)

    def counts(self, head: int) -> bool:
        """Whether a word tells how many of what follows: "most of its tanks", "eight of them", "a batch of rifles"."""
        number = self.tree.parse.upos[head] == "NUM"
        return number or self.tree.lemmas[head] in nouns.COUNTING or self.tree.lemmas[head] in nouns.SHARES

    def _arms_before(self, head: int) -> int | None:
        """Return the last word for arms before a word, in this sentence or those shortly before it."""
        sentence = self.tree.sentence_of[head]
        first = self.tree.parse.sentences[max(0, sentence - BACK)][0]
        return next((k for k in range(head - 1, first - 1, -1) if self._names_arms(k)), None)

    def arms_near(self, head: int) -> bool:
        """Whether arms are named in the same sentence or shortly before it."""
        end = self.tree.parse.sentences[self.tree.sentence_of[head]][1]
        return self._arms_before(head) is not None or any(self._names_arms(k) for k in range(head + 1, end))

    def measure_near(self, head: int) -> bool:
        """Whether a measure is named in the same sentence or shortly before it."""
        sentence = self.tree.sentence_of[head]
        first, end = self.tree.parse.sentences[max(0, sentence - 2)][0], self.tree.parse.sentences[sentence][1]
        return any(k != head and self.tree.parse.upos[k] != "PRON" and self._is_measure(k) for k in range(first, end))

    def _in_goods(self, money: int) -> int | None:
        words = self.tree.parse.words
        near = range(money + 1, min(money + 5, len(words)))
        start = next((k for k in near if words[k].lower() in ("in", "of", "worth")), None)
        return None if start is None else self.tree.parse.heads[start]

    def _names_arms(self, k: int) -> bool:
        if k in self._arms:
            return True
        table, word = self.voices.lexicon.subjects, self.tree.parse.words[k].lower()
        subject = table.get((self.tree.lemmas[k], "noun")) or table.get((word, "noun"))
        if subject is not None and subject.topic is Topic.ARMS and self.tree.lemmas[k] not in nouns.TRADE:
            return True
        return (
            self._is_short_for_arms(k)
            or nouns.DESIGNATION.fullmatch(self.tree.parse.words[k]) is not None
            or self._is_numbered(k)
        )

    def _is_numbered(self, k: int) -> bool:
        """Whether a word with a capital has a number behind a hyphen: "Mohajer-6"."""
        after = self.tree.parse.words[k + 1 : k + 3]
        return (
            self.tree.parse.words[k][:1].isupper()
            and after[:1] == ("-",)
            and after[1:] != ()
            and after[1][:1].isdigit()
        )

    def _is_short_for_arms(self, k: int) -> bool:
        """Whether a word is what a system is called for short, and no name of somebody or of a place."""
        word, name = self.tree.parse.words[k], self.voices.name_at(k)
        return (
            word[:1].isupper()
            and compact(word) in weapons().families
            and (name is None or name.kind not in (EntityKind.PERSON, EntityKind.PLACE))
            and self.state(k) is None
        )

    def _is_measure(self, head: int) -> bool:
        lemma, table = self.tree.lemmas[head], measure_nouns()
        if lemma in table or lemma in nouns.ALSO or self.tree.parse.words[head].lower() in table:
            return True
        if self.counts(head) or lemma in nouns.SPANS:
            inside = [k for k in self.tree.children(head, "nmod") if self.tree.child(k, "case") is not None]
            return any(self._is_measure(k) for k in inside)
        if self.tree.parse.words[head].lower() not in nouns.FOR_MEASURES:
            return False
        first = self.tree.parse.sentences[max(0, self.tree.sentence_of[head] - 1)][0]
        end = self.tree.parse.sentences[self.tree.sentence_of[head]][1]
        fronted = (
            self.tree.relation(self.tree.clause_head(head)) == "advcl"
        )  # "Years after it was imposed, the embargo ..."
        named = (k for k in range(first, end if fronted else head) if self.tree.parse.upos[k] in ("NOUN", "PROPN"))
        return any(self.tree.lemmas[k] in table for k in named)  # "ordered" is no order

    def _is_trade(self, head: int) -> bool:
        return self.tree.lemmas[head] in nouns.TRADE or (self._is_arms(head) and self.tree.parse.upos[head] != "PRON")

    def _is_theirs(self, head: int) -> bool:
        """Whether a trade is that of somebody named with it: "the firm's exports", not "its exports"."""
        owners = [k for k in self.tree.children(head, "nmod") if self.tree.parse.relations[k] == "nmod:poss"]
        return self._is_trade(head) and any(self.tree.parse.upos[k] != "PRON" for k in owners)

    def _is_state(self, head: int) -> bool:
        return self.state(head) is not None or self.tree.lemmas[head] in nouns.STATES

    def _army_of(self, head: int) -> str | None:
        """Return the state of its own forces: "Russian troops" act for Russia."""
        if self.tree.lemmas[head] not in nouns.FORCES or self.tree.parse.upos[head] != "NOUN":
            return None
        return next((found for k in self.tree.children(head, "amod", "compound") if (found := self.state(k))), None)

    def _is_forces(self, head: int) -> bool:
        return self.tree.lemmas[head] in nouns.TRAINED

    def _is_firm(self, head: int) -> bool:
        if self._is_state(head) or self._is_measure(head):
            return False
        name = self.voices.name_at(head)
        if name is not None:
            return name.kind is not EntityKind.PLACE
        generic = self.tree.parse.upos[head] == "PRON" or self.tree.lemmas[head] in nouns.GENERIC
        return self.tree.lemmas[head] in nouns.FIRMS or (not generic and self.can_act(head))

    def _is_company(self, head: int) -> bool:
        """Whether a word names a firm, a person or a ship by its name, or by a noun for one."""
        name = self.voices.name_at(head)
        return self._is_firm(head) and (
            name is not None or self.tree.lemmas[head] in nouns.FIRMS or self.is_party(head)
        )
