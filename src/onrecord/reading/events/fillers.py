"""Whether a word can play a role, and whom or what it names."""

import re
from collections.abc import Iterable, Sequence

from onrecord.reading.arms import ArmsMention
from onrecord.reading.events.held import Held
from onrecord.reading.speakers import Speakers
from onrecord.reading.tree import Tree
from onrecord.records import EntityKind, Span, VoiceKind
from onrecord.registers import MeasureKind, Topic, frames, measure_nouns, weapons
from onrecord.registers.spelling import compact

__all__ = ["Fillers"]

_ALSO = frozenset(("waiver", "mandate"))
"""What a measure verb can have for its object though it is no measure itself."""
_TRADE = frozenset(
    (
        "sale", "export", "import", "transfer", "supply", "delivery", "shipment", "trade", "licence", "license", "aid", "deal",
        "permit", "purchase", "package",
    )
)  # fmt: skip
_LICENCES = frozenset(("licence", "license", "permit", "authorisation", "authorization", "approval", "clearance", "certificate"))
_LISTS = frozenset(("list", "blacklist", "register", "listing", "roster", "registry"))
_DRAFTS = frozenset(("draft", "text", "resolution", "motion", "bill", "amendment", "wording"))
_REPRISALS = frozenset(
    ("retaliate", "respond", "punish", "response", "retaliation", "reprisal", "consequence", "revenge", "countermeasure", "avenge")
)
_PROPERTY = frozenset(("asset", "account", "fund", "property", "holding", "money"))
_STATES = frozenset(("government", "regime", "country", "state", "junta"))
_FIRMS = frozenset(
    ("company", "firm", "bank", "person", "individual", "entity", "ship", "vessel", "institute", "agency")
)
_THINGS = frozenset(
    (
        "it", "they", "them", "these", "those", "what", "whatever", "some", "one", "ones", "which", "that", "anything", "nothing", "something",
        "more", "dozens", "scores", "hundreds", "thousands", "goods", "containers", "crates", "cargo", "load", "consignment",
        "regiment", "battery", "batch", "squadron", "equipment", "kit", "hardware", "shipload", "planeload", "materiel", "gear",
    )
)  # fmt: skip
"""Words that stand for arms where arms were named just before."""
_WORDS = frozenset(("comment", "information", "detail", "response", "reaction", "explanation", "it", "question"))
"""What one asks for to be told something."""
_COUNTING = frozenset(
    (
        "number",
        "dozen",
        "score",
        "batch",
        "lot",
        "range",
        "variety",
        "type",
        "kind",
        "piece",
        "hundred",
        "thousand",
        "consignment",
        "series",
        "crate",
        "container",
        "tonne",
        "ton",
        "box",
        "pallet",
        "load",
        "cargo",
        "truckload",
        "cache",
        "haul",
        "shipload",
        "planeload",
        "stock",
    )
)
"""Nouns that count or measure what follows their "of"."""
_SHARES = frozenset(
    (
        "most", "some", "many", "half", "third", "quarter", "part", "rest", "all", "much", "few", "several", "remainder", "majority",
        "bulk", "fraction", "million", "more", "couple", "handful", "pair", "share", "last", "first", "any", "none", "each",
    )
)  # fmt: skip
"""Words for a share of what follows their "of"."""
_FORCES = frozenset(
    ("force", "troop", "army", "military", "fighter", "soldier", "militia", "navy", "air", "unit", "junta", "rebel")
)
# fmt: off
_SIDES = _FORCES | frozenset(
    (
        "side", "party", "anyone", "anybody", "nobody", "opponent", "ally", "client", "buyer", "seller", "other", "belligerent",
        "faction", "customer", "combatant", "nation", "country", "neighbour", "neighbor", "regime", "government", "state",
        "conflict", "zone", "militia", "group", "broker", "smuggler", "trader", "airline", "shipper",
    )
)
# fmt: on
_ANYBODY = frozenset(("it", "its", "they", "their", "them", "he", "she", "his", "her", "him", "whoever", "everyone", "everybody", "nobody", "anyone", "someone", "somebody", "those", "us", "our", "we"))
_ABSTRACT = ("tion", "sion", "ment", "ness", "ity", "ism", "ance", "ence", "ing", "ship", "th", "ure", "dom", "age")
"""Endings of nouns that seldom name anybody."""
_BODIES = frozenset(
    (
        "government", "organisation", "organization", "administration", "corporation", "institution", "delegation", "federation",
        "regiment", "facility", "city", "authority", "community", "university", "station", "battalion", "establishment",
        "detachment", "nation", "division", "formation", "commission", "union", "coalition", "opposition", "department",
        "village", "partnership", "youth", "audience", "entity", "association", "mission", "garrison", "parliament",
    )
)  # fmt: skip
"""Nouns with such an ending that do."""
_NOBODY = frozenset(
    (
        "way", "use", "service", "end", "market", "time", "war", "year", "month", "week", "day", "money", "price", "cost", "road",
        "rate", "stock", "hand", "effort", "law", "rule", "right", "question", "answer", "fact", "reason", "number", "amount",
        "figure", "word", "letter", "paper", "document", "report", "record", "invoice", "photo", "picture", "video", "map",
        "plan", "idea", "kind", "part", "piece", "case", "court", "charge", "crime", "peace", "front", "issue", "matter", "thing",
        "support", "help", "aid", "attempt", "move", "step", "decision", "bid", "contrast", "account", "debate", "conflict", "crisis", "term", "return", "order", "flight", "sea", "air", "land", "scale", "speed", "test",
        "tonne", "ton", "kilogram", "dollar", "euro", "percent", "cent", "budget", "programme", "program", "project", "system",
    )
)  # fmt: skip
"""Other nouns that name neither somebody nor a place."""
_DESIGNATION = re.compile(r"(?!G[78]s?$|G20s?$|M23$|Q[1-4]$|H[125]$)[A-Z]{1,4}[0-9]{1,4}[A-Za-z]{0,2}")
"""What systems are called by makers: "G36s", "T72B", "AK47"."""
_GENERIC = frozenset(("ally", "partner", "neighbour", "neighbor", "nation", "another", "other", "opponent", "side", "buyer"))
"""Nouns that say no more of a party than what it is to another."""
_NO_ARMS = frozenset(
    (
        "oil", "gas", "grain", "wheat", "food", "fuel", "crude", "coal", "steel", "gold", "timber", "fish", "meat", "car", "letter",
        "money", "message", "news", "stake", "share", "electricity", "power", "aid", "bond", "debt", "land", "ticket", "book", "fund",
        "people", "man", "woman", "child", "migrant", "refugee", "soldier", "troop", "worker", "medicine", "water", "diamond", "time",
        "copy", "statement", "report", "answer", "reply", "document", "right", "support", "help", "word", "sugar", "fertiliser",
    )
)
"""Goods that are no arms, and what is no goods."""
_FOR_MEASURES = frozenset(("it", "them", "they", "which", "these", "those", "ones", "everything"))
_SPANS = frozenset(("decade", "year", "month", "round", "package", "tranche", "set", "batch", "wave", "series", "core"))
"""Nouns that count or hold measures by their "of"."""
_COUNTRIES = frozenset(("country", "nation", "government", "state"))
_CABINETS = frozenset(("government", "cabinet", "leadership", "presidency", "regime", "junta"))
_TAKEN_UP = {
    **{noun: frozenset((noun,)) for noun in ("council", "assembly", "commission", "union", "panel", "committee", "agency", "league")},
    "bloc": frozenset(("union", "eu", "ecowas", "asean", "brussels", "community", "mercosur")),
    "alliance": frozenset(("nato", "alliance")),
}
"""Nouns that take up a body named before, with the last word of its name."""
BACK = 8
"""Sentences back in which arms may be named that a pronoun stands for, at most."""


class Fillers:
    """Answers for the words of one document."""

    def __init__(
        self, tree: Tree, speakers: Speakers, arms: Iterable[ArmsMention] = (), held: Sequence[Held] = ()
    ) -> None:
        """Take the weapons named and the statements with the words of their contents."""
        self.tree, self.speakers, self.voices = tree, speakers, speakers.voices
        self.held = held
        self._arms = {k for mention in arms for k in range(*mention.span)}

    def fits(self, head: int, kind: str) -> bool:
        """Whether a word is of a kind that a frame asks for ("arms", "party"; `frames.KINDS` has them all)."""
        check = {
            "arms": self._is_arms, "measure": self._is_measure, "party": self.can_act, "state": self._is_state,
            "firm": self._is_firm, "trade": self._is_trade, "their trade": self._is_theirs, "deed": self._is_deed, "task": self._is_task,
            "ban": self._is_dealing, "licence": self._is_licence, "list": self._is_list, "assets": self._is_property,
            "company": self._is_company, "licensing": self._is_licensing, "thing": self._is_thing, "draft": self._is_draft, "reprisal": self._is_reprisal,
        }  # fmt: skip
        return check[kind](head)

    def _is_deed(self, head: int) -> bool:
        """Whether a word tells what somebody is asked to do: "to halt the sale", "for help"; a question asks for words."""
        words = self.tree.parse.words
        if self.tree.parse.upos[head] == "VERB":
            return any(words[k].lower() in ("to", "that") for k in self.tree.children(head, "mark"))
        return self.tree.parse.upos[head] in ("NOUN", "PROPN", "PRON") and self.tree.lemmas[head] not in _WORDS

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
        return self.tree.lemmas[head] in _LICENCES

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
            and not self.tree.lemmas[head].endswith(_ABSTRACT)
            and self.tree.lemmas[head] not in _NO_ARMS
        )

    def _is_list(self, head: int) -> bool:
        return self.tree.lemmas[head] in _LISTS

    def _is_draft(self, head: int) -> bool:
        return self.tree.lemmas[head] in _DRAFTS

    def _is_reprisal(self, head: int) -> bool:
        """Whether a word is what one threatens with: "measures", "to retaliate"."""
        lemma = self.tree.lemmas[head]
        return lemma in _REPRISALS or (self.tree.parse.upos[head] == "NOUN" and lemma in measure_nouns())

    def _is_property(self, head: int) -> bool:
        return self.tree.lemmas[head] in _PROPERTY

    def is_party(self, head: int) -> bool:
        """Whether a word stands for a state, a body or people."""
        if self.tree.parse.upos[head] == "VERB" or self.tree.parse.words[head].lower() in ("it", "which", "that"):
            return self._stands_for_party(head) or self.subject_above(head) is not None
        if self.tree.parse.upos[head] == "NUM":
            return any(self.voices.can_speak(k) for k in self.tree.children(head, "nmod"))
        known = self.voices.can_speak(head) or self.state(head) is not None
        return known or self.tree.lemmas[head] in _SIDES or self.tree.parse.words[head].lower() in _SIDES

    def can_act(self, head: int) -> bool:
        """Whether a word may stand for somebody or for a place where arms can be: no thing, no deed, nothing abstract."""
        if self.is_party(head):
            return True
        upos, lemma = self.tree.parse.upos[head], self.tree.lemmas[head]
        if upos == "PRON" or self.tree.parse.words[head].lower() == "whoever":
            return self.tree.parse.words[head].lower() in _ANYBODY
        if upos not in ("NOUN", "PROPN") or self._is_arms(head) or self._is_measure(head) or self._is_trade(head):
            return False
        if upos == "PROPN":
            return not self.tree.in_headline(head) or self.voices.name_at(head) is not None
        abstract = lemma.endswith(_ABSTRACT) and lemma not in _BODIES
        return not abstract and lemma not in _NOBODY and lemma not in frames().nouns and not self.is_document(head)

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
        if self.tree.parse.words[head].lower() in _THINGS:
            return self._arms_before(head) is not None
        if self.tree.parse.upos[head] == "SYM":  # "$1bn in arms"
            after = self._in_goods(head)
            return after is not None and self._is_arms(after)
        near = [head, *self.tree.children(head, "compound", "amod", "flat")]
        inside = [k for k in self.tree.children(head, "nmod") if self.tree.child(k, "case") is not None]
        if self._only_counts(head):
            return any(self._is_arms(k) for k in inside) or (not inside and self._arms_before(head) is not None)
        return any(self._names_arms(k) for k in (*near, *inside))

    def _only_counts(self, head: int) -> bool:
        """Whether a word tells how many of what follows: "most of its tanks", "eight of them", "a batch of rifles"."""
        number = self.tree.parse.upos[head] == "NUM"
        return number or self.tree.lemmas[head] in _COUNTING or self.tree.lemmas[head] in _SHARES

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
        if subject is not None and subject.topic is Topic.ARMS and self.tree.lemmas[k] not in _TRADE:
            return True
        if self._is_short_for_arms(k) or _DESIGNATION.fullmatch(self.tree.parse.words[k]):
            return True
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
        lemma, nouns = self.tree.lemmas[head], measure_nouns()
        if lemma in nouns or lemma in _ALSO or self.tree.parse.words[head].lower() in nouns:
            return True
        if self._only_counts(head) or lemma in _SPANS:
            inside = [k for k in self.tree.children(head, "nmod") if self.tree.child(k, "case") is not None]
            return any(self._is_measure(k) for k in inside)
        if self.tree.parse.words[head].lower() not in _FOR_MEASURES:
            return False
        first = self.tree.parse.sentences[max(0, self.tree.sentence_of[head] - 1)][0]
        end = self.tree.parse.sentences[self.tree.sentence_of[head]][1]
        fronted = self.tree.relation(self.tree.clause_head(head)) == "advcl"  # "Years after it was imposed, the embargo ..."
        return any(self.tree.lemmas[k] in nouns for k in range(first, end if fronted else head))

    def _is_trade(self, head: int) -> bool:
        return self.tree.lemmas[head] in _TRADE or (self._is_arms(head) and self.tree.parse.upos[head] != "PRON")

    def _is_theirs(self, head: int) -> bool:
        """Whether a trade is that of somebody named with it: "the firm's exports", not "its exports"."""
        owners = [k for k in self.tree.children(head, "nmod") if self.tree.parse.relations[k] == "nmod:poss"]
        return self._is_trade(head) and any(self.tree.parse.upos[k] != "PRON" for k in owners)

    def _is_state(self, head: int) -> bool:
        return self.state(head) is not None or self.tree.lemmas[head] in _STATES

    def _army_of(self, head: int) -> str | None:
        """Return the state of its own forces: "Russian troops" act for Russia."""
        if self.tree.lemmas[head] not in _FORCES or self.tree.parse.upos[head] != "NOUN":
            return None
        return next((found for k in self.tree.children(head, "amod", "compound") if (found := self.state(k))), None)

    def _is_firm(self, head: int) -> bool:
        if self._is_state(head) or self._is_measure(head):
            return False
        name = self.voices.name_at(head)
        if name is not None:
            return name.kind is not EntityKind.PLACE
        generic = self.tree.parse.upos[head] == "PRON" or self.tree.lemmas[head] in _GENERIC
        return self.tree.lemmas[head] in _FIRMS or (not generic and self.can_act(head))

    def _is_company(self, head: int) -> bool:
        """Whether a word names a firm, a person or a ship by its name, or by a noun for one."""
        name = self.voices.name_at(head)
        return self._is_firm(head) and (name is not None or self.tree.lemmas[head] in _FIRMS or self.is_party(head))

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
        return of and self.tree.lemmas[head] in _COUNTING and self.tree.relation(k) == "nmod"

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
        state = self.state(head) or self._army_of(head)
        if state is not None:
            return state
        own_side = self.first_person(head)
        if own_side is not None:
            return own_side
        above = self.subject_above(head)
        if above is not None:
            return self.name(above)
        entity = self.speakers.entities.of_word(head) if self.tree.parse.upos[head] == "PRON" else None
        if entity is not None and self.tree.parse.upos[first := self.tree.parse.head_of(entity.canonical)] != "PRON":
            return self.name(first)
        own = self._own_country(head)
        if own is not None:
            return own
        named = self._body(head) if self.tree.parse.upos[head] in ("NOUN", "PROPN") else None
        if named is not None:
            return named
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
