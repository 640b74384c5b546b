"""Reads mentions from left to right and gives each its entity."""

from bisect import bisect_left
from itertools import islice

from onrecord.reading.coreference.beside import Beside
from onrecord.reading.coreference.descriptions import Callings
from onrecord.reading.coreference.entities import Form
from onrecord.reading.coreference.growing import Draft, Weights
from onrecord.reading.coreference.mentions import Found, find_mentions, modifier
from onrecord.reading.coreference.names import gather
from onrecord.reading.coreference.pronouns import Setting, choose
from onrecord.reading.coreference.tree import Tree
from onrecord.records import EntityKind, Parse

__all__ = ["Reader"]

PRESENT = 60
"""Entities a pronoun is held against: those mentioned last. News rarely has more in the reach of a pronoun."""
JOINED = 40
"""Dependents of a word that are looked at for what "and" joins to it."""
_FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
_WHERE = frozenset(("in", "at", "near", "across", "inside", "outside", "around", "over", "into"))
_JOINING = frozenset(("and", "&"))


class Reader:
    """Who is who, growing from the first mention to the last.

    Attributes:
        tree: the trees.
        found: every mention in order; coordinations come to stand at the end.
        drafts: the entities.
        of: number of the draft of each mention, by its place in ``found``.
        at: number of the draft of each head word and each word of a name.
        follows: for a pronoun or description, by its place, the place of the mention it takes up.
    """

    def __init__(self, parse: Parse, weights: Weights) -> None:
        """Find the mentions and make a draft of each name."""
        self.tree, self.weights = Tree(parse), weights
        self.found = find_mentions(self.tree)
        self.drafts: list[Draft] = []
        self.of: dict[int, int] = {}
        self.at: dict[int, int] = {}
        self.follows: dict[int, int] = {}
        self._groups: dict[frozenset[int], int] = {}
        self._recent: dict[int, None] = {}
        self._speaker = -1
        self._names = gather(self.tree, self.found)
        self._by_head = {m.head: n for n, m in enumerate(self.found)}
        self._heads = [m.head for m in self.found]
        self._callings = Callings()
        self._beside = Beside(self.tree, self.found, self.drafts, self.at)
        self._sources = dict[int, int]()
        self._contents = dict[int, int]()
        self._prepare(parse)

    def _prepare(self, parse: Parse) -> None:
        clusters, of = self._names
        for cluster in clusters:
            draft = self._new(self.found[cluster.mentions[0]])
            draft.kind, draft.gender, draft.named = cluster.kind, cluster.gender, True
            # A title makes a person of what the model takes for a body; its own taking a body for a person now and then
            # does not.
            draft.person = cluster.kind is EntityKind.PERSON or any(
                self.found[m].person and self.found[m].kind is not EntityKind.PERSON for m in cluster.mentions
            )
            draft.kind = EntityKind.PERSON if draft.person else draft.kind
            draft.group = draft.kind is EntityKind.ORGANISATION
        self.of.update(of)
        for n, number in of.items():
            for word in range(*(self.found[n].whole or self.found[n].span)):
                self.at[word] = number
            for _, head in self.found[n].roles:
                self.at.setdefault(head, number)
        spans = [(b - a, a, b, k) for k, said in enumerate(parse.attributions) for a, b in said.content]
        for _, a, b, k in sorted(spans, reverse=True):
            self._contents.update(dict.fromkeys(range(a, b), k))
        for k, said in enumerate(parse.attributions):
            for span in said.source:
                self._sources.setdefault(parse.head_of(span), k)

    def run(self) -> None:
        """Read every mention."""
        for n, mention in enumerate(list(self.found)):
            if mention.form is Form.NAME:
                self._read_name(n, mention)
            elif mention.form is Form.DESCRIPTION:
                self._read_description(n, mention)
            else:
                self._read_pronoun(n, mention)
            if n in self.of:
                self._join(mention)
                if mention.head in self._sources:
                    self._speaker = self.of[n]
        self._read_speakers()

    def _read_speakers(self) -> None:
        """Give "I" and "my" in a quotation to its speaker; "we" is left alone, for it may be a body or all of us."""
        parse = self.tree.parse
        for word, k in self._contents.items():
            if not parse.quoted[word] or parse.words[word].lower() not in _FIRST_PERSON:
                continue
            said = parse.attributions[k].source
            number = self.at.get(parse.head_of(said[0])) if said else None
            if number is not None and word not in self.at:
                self.found.append(Found(Form.PRONOUN, (word, word + 1), word, person=True))
                self.follows[len(self.found) - 1] = self._antecedent(self.drafts[number])
                self.of[len(self.found) - 1] = self.at[word] = number
                self.drafts[number].mentions.append(len(self.found) - 1)

    def _new(self, found: Found) -> Draft:
        draft = Draft(
            len(self.drafts), found.kind, found.gender, found.person and not found.plural, found.plural, found.group
        )
        if found.plural and found.person:
            draft.person = True
        self.drafts.append(draft)
        return draft

    def _clock(self, word: int) -> float:
        return self.tree.sentence[word] + self.weights.paragraph * self.tree.paragraph[word]

    def _mention(self, n: int, number: int, *, quiet: bool = False) -> None:
        """Give a mention to a draft; a quiet one, such as an apposition, makes it no more present."""
        found, draft = self.found[n], self.drafts[number]
        self.of[n] = number
        self.at.setdefault(found.head, number)
        draft.mentions.append(n)
        draft.latest[found.form] = n
        draft.learn(found)
        if found.noun and found.form is Form.DESCRIPTION:
            self._callings.add(found.noun, number)
        if not quiet and not (draft.kind is EntityKind.PLACE and self._is_where(found)):
            base = self.tree.base[found.head]
            main = base == "nsubj" or self._is_cleft(found.head)
            weight = self.weights.subject if main else self.weights.other
            draft.touch(self._clock(found.head), weight, self.weights.fade)
            if draft.person or draft.plural or draft.group or draft.named:
                self._recent.pop(number, None)
                self._recent[number] = None

    def _is_cleft(self, head: int) -> bool:
        """Whether a name is what "It was Lane who" brings to the fore."""
        tree = self.tree
        it = any(tree.parse.words[c].lower() == "it" for c in tree.children[head] if tree.base[c] in {"nsubj", "expl"})
        return it and any(tree.base[c] == "cop" for c in tree.children[head])

    def _is_where(self, found: Found) -> bool:
        """Whether a place is only where something happens: nobody takes up the "Geneva" of "in Geneva" as they."""
        tree, start = self.tree, found.span[0]
        after = start > 0 and tree.parse.words[start - 1].lower() in _WHERE
        return after and tree.base[found.head] in {"obl", "nmod"}

    def _read_name(self, n: int, found: Found) -> None:
        draft = self.drafts[self.of[n]]
        for span, head in found.roles:
            draft.roles.add(span)
            noun = self.tree.parse.lemmas[head].lower()
            parse = self.tree.parse
            # In a title "Foreign" is written large; "the foreign minister" must find it too.
            mods = {m for i in range(span[0], head) for m in (modifier(parse, i), parse.lemmas[i].lower())}
            draft.nouns.setdefault(noun, set()).update(mods)
            self._callings.add(noun, draft.number)
        if found.kind is not EntityKind.PERSON:
            self._callings.add_name(self.tree.parse.words[found.span[0] : found.span[1]], draft)
        self._mention(n, draft.number)

    def _read_description(self, n: int, found: Found) -> None:
        tree, beside = self.tree, self._beside.draft_of(found)
        if beside is not None:
            self.drafts[beside].roles.add(tree.role_phrase(found.head))
            self._mention(n, beside, quiet=True)
            return
        if found.possessor is not None and found.possessor in self.at:
            found.mods |= {f"of {self.at[found.possessor]}"}
        number = (
            self._callings.find(found, self.drafts, self._present(), self._clock(found.head), self.weights)
            if found.definite
            else None
        )
        if number is not None and self.drafts[number].mentions:
            self.follows[n] = self._antecedent(self.drafts[number])
        self._mention(n, self._new(found).number if number is None else number)

    def _read_pronoun(self, n: int, found: Found) -> None:
        recent = [self.drafts[number] for number in self._present()]
        setting = self._setting(found)
        if setting.coming >= 0 and all(draft.number != setting.coming for draft in recent):
            recent.append(self.drafts[setting.coming])
        number = choose(found, recent, self.at, self.tree, setting, self.weights)
        if number is None:
            return
        draft = self.drafts[number]
        if found.gender and not draft.gender:
            draft.gender = found.gender
        self.follows[n] = self._antecedent(draft) if draft.mentions else self._by_head.get(self._coming(found), n)
        self._mention(n, number)

    def _setting(self, found: Found) -> Setting:
        parse, head = self.tree.parse, found.head
        own, within = self._sources.get(head), self._contents.get(head)
        spoken_of, quoted_by = frozenset[int](), frozenset[int]()
        if own is not None:
            spoken_of = frozenset(self._named_in(own))
        elif self._interrupts(head):
            spoken_of = frozenset(self._named_before(head))
        if within is not None and parse.quoted[head]:
            said = parse.attributions[within].source
            words = (parse.head_of(span) for span in said)
            quoted_by = frozenset(self.at[w] for w in words if w in self.at)
        coming = self.at.get(self._coming(found), -1)
        speaks = own is not None or self._interrupts(head)
        return Setting(self._clock(head), speaks, self._speaker, spoken_of, quoted_by, coming)

    def _interrupts(self, head: int) -> bool:
        """Whether a pronoun opens a reporting clause between commas: "Lane, he went on, had agreed"."""
        parse = self.tree.parse
        a, b = parse.sentences[self.tree.sentence[head]]
        if not a < head < b - 2 or parse.words[head - 1] != "," or parse.upos[head + 1] not in ("VERB", "AUX"):
            return False
        return any(parse.words[k] in (",", ".", ";") for k in range(head + 2, min(head + 4, b)))

    def _named_before(self, head: int) -> set[int]:
        """Return the drafts mentioned in a sentence before a word."""
        a, _ = self.tree.parse.sentences[self.tree.sentence[head]]
        places = range(bisect_left(self._heads, a), bisect_left(self._heads, head))
        named = (n for n in places if n in self.of and self.found[n].form is Form.NAME)
        return {self.of[n] for n in named if self.tree.parse.relations[self.found[n].head] != "nmod:poss"}

    def _named_in(self, number: int) -> set[int]:
        """Return the drafts named in the content of an attribution."""
        heads = self._heads
        named = set[int]()
        for a, b in self.tree.parse.attributions[number].content:
            for n in range(bisect_left(heads, a), bisect_left(heads, b)):
                owner = (
                    self.tree.parse.relations[self.found[n].head] == "nmod:poss" and self.found[n].form is Form.PRONOUN
                )
                if self.found[n].form is not Form.DESCRIPTION and n in self.of and not owner:
                    named.add(self.of[n])  # "His agency, he said": the owner may well be he
        return named

    def _coming(self, found: Found) -> int:
        """Return the subject to come of the clause whose opening phrase holds the pronoun, or -1."""
        tree, parse = self.tree, self.tree.parse
        word: int | None = found.head
        for _ in range(6):
            if word is None:
                return -1
            head = parse.heads[word]
            if (
                head is not None
                and head > word
                and tree.base[word] in {"obl", "advcl"}
                and not parse.quoted[found.head]
            ):
                subject = tree.subject(head)
                return self._name_beside(subject) if subject is not None and subject > found.head else -1
            word = head
        return -1

    def _name_beside(self, word: int) -> int:
        """Return the word itself, or the name that a description yet to be read stands beside."""
        for child in self.tree.children[word]:
            if word not in self.at and self.tree.base[child] in {"appos", "flat"} and child in self.at:
                return child
        return word

    def _antecedent(self, draft: Draft) -> int:
        """Return the nearest mention of a draft that is a name, or else a description, or else any."""
        for form in (Form.NAME, Form.COORDINATION, Form.DESCRIPTION):
            if form in draft.latest:
                return draft.latest[form]
        return draft.mentions[-1]

    def _present(self) -> list[int]:
        """Return whom a pronoun is held against, in the order they were last mentioned."""
        return list(islice(reversed(self._recent), PRESENT))[::-1]

    def _join(self, found: Found) -> None:
        """Make one of what "and" joins, once the last of it is read: "Blinken and Austin" can be "they"."""
        tree = self.tree
        head = tree.parse.heads[found.head]
        if tree.base[found.head] != "conj" or head is None or head not in self.at or found.form is Form.PRONOUN:
            return
        if not any(
            tree.base[c] == "cc" and tree.parse.lemmas[c].lower() in _JOINING for c in tree.children[found.head]
        ):
            return
        words = [head, *(c for c in tree.children[head][:JOINED] if tree.base[c] == "conj" and c in self.at)]
        members = frozenset(self.at[w] for w in words if w <= found.head)
        if len(members) < 2:
            return
        span = (tree.phrase(head)[0], found.span[1])
        drafts = [self.drafts[m] for m in members]
        person, known = all(d.person for d in drafts), all(d.person or d.group or d.named for d in drafts)
        joined = Found(Form.COORDINATION, span, head, plural=True, person=person, group=known)
        number = self._groups.get(members)
        if number is None:
            draft = self._new(joined)
            number = self._groups[members] = draft.number
            draft.members = tuple(sorted(members))
        self.found.append(joined)
        self._mention(len(self.found) - 1, number)
