"""Descriptions that stand beside a name: "Kirby, the spokesman", "the agency IRNA", "Kirby is the spokesman"."""

from collections.abc import Mapping, Sequence

from onrecord.reading.coreference.entities import Form
from onrecord.reading.coreference.growing import Draft
from onrecord.reading.coreference.mentions import Found
from onrecord.reading.coreference.tree import Tree

__all__ = ["Beside"]


class Beside:
    """Finds whose role a description is.

    Attributes:
        tree: the trees.
        drafts: the entities, growing.
        at: number of the draft of each head word so far.
    """

    def __init__(self, tree: Tree, found: Sequence[Found], drafts: Sequence[Draft], at: Mapping[int, int]) -> None:
        """Note where names begin and end."""
        self.tree, self.drafts, self.at = tree, drafts, at
        names = [m for m in found if m.form is Form.NAME]
        self._heads = {m.head for m in names}
        self._starts = {m.span[0]: m.head for m in names}
        self._ends = {m.span[1]: m.head for m in names}

    def draft_of(self, found: Found) -> int | None:
        """Return the draft of the name a description stands beside: an apposition either way round, or a predicate."""
        tree, head = self.tree, found.head
        parent = tree.parse.heads[head]
        if parent is not None and tree.base[head] == "appos" and not self._only_looks_apposed(found):
            # Trees hang an apposition on too early a name now and then; what stands before the comma is the one.
            before = self._ends.get(found.span[0] - 1, parent)
            for word in (before, parent):
                if self._alike(found, word) or self._only_sounds_otherwise(found, word):
                    return self.at.get(word)
        for child in tree.children[head]:
            if child in self._heads and tree.base[child] in {"appos", "flat"} and self._alike(found, child):
                return self.at.get(child)
        after = self._next_name(head)
        if after >= 0 and self._alike(found, after):
            return self.at[after]
        if (
            (found.person or found.group)
            and any(tree.base[c] == "cop" for c in tree.children[head])
            and not self._denied(head)
        ):
            subject = tree.subject(head)
            if subject is not None and subject < head and self._alike(found, subject):
                return self.at.get(subject)
        return None

    def _only_looks_apposed(self, found: Found) -> bool:
        """Whether no comma closes an apposition that one opens: in "Lane, a clerk said, had left" the clerk is another."""
        words, (a, b) = self.tree.parse.words, found.span
        opened = a > 0 and words[a - 1] == ","
        return (
            opened and b < len(words) and self.tree.parse.upos[b] in ("VERB", "AUX") and words[a].lower() in ("a", "an")
        )

    def _denied(self, head: int) -> bool:
        """Whether a predicate says that it is not so, or where: "was not the minister", "was in service"."""
        tree = self.tree
        return any(
            tree.base[c] == "case" or tree.parse.lemmas[c].lower() in {"not", "no", "n't", "never"}
            for c in tree.children[head]
        )

    def _next_name(self, head: int) -> int:
        """Return the head of the name right after a word, or -1: "the agency IRNA", "his counterpart, Karl Lane"."""
        tree, parse = self.tree, self.tree.parse
        end = parse.sentences[tree.sentence[head]][1]
        if head + 1 < end and head + 1 in self._starts:
            return self._starts[head + 1]
        if head + 2 < end and parse.words[head + 1] == "," and head + 2 in self._starts:
            name = self._starts[head + 2]
            return name if tree.base[name] == "appos" or self._only_looks_joined(name) else -1
        return -1

    def _only_looks_joined(self, head: int) -> bool:
        """Whether a name ends a list with no "and" before it: "Lane and his counterpart, Karl Brandt," are two."""
        tree, parent = self.tree, self.tree.parse.heads[head]
        if tree.base[head] != "conj" or parent is None:
            return False
        siblings = tree.children[parent]
        return all(c <= head or tree.base[c] != "conj" for c in siblings) and all(
            tree.base[c] != "cc" for c in tree.children[head]
        )

    def _only_sounds_otherwise(self, found: Found, word: int) -> bool:
        """Whether only a given name speaks against an apposition; the noun knows better: "Zane Berzina, a spokeswoman"."""
        number = self.at.get(word)
        draft = self.drafts[number] if number is not None else None
        if draft is None or not (found.person and draft.person and found.gender) or found.plural != draft.plural:
            return False
        draft.gender = found.gender
        return True

    def _alike(self, found: Found, word: int) -> bool:
        """Whether a description may be of whom a word stands for: people of people, one of one."""
        number = self.at.get(word)
        if number is None:
            return False
        draft = self.drafts[number]
        if found.plural != draft.plural:
            return False
        if found.person:
            return draft.person and not (found.gender and draft.gender and found.gender != draft.gender)
        return not draft.person
