"""What the resolver asks of dependency trees: clauses, subjects, phrases, and where words stand."""

from collections.abc import Sequence

from onrecord.records import Parse, Span

__all__ = ["Tree"]

_CLAUSES = frozenset(("root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"))
_SUBJECTS = frozenset(("nsubj", "csubj"))
_VERBS = frozenset(("VERB", "AUX"))
_RELATIVES = frozenset(("who", "which", "that"))
_PREMODIFIERS = frozenset(("det", "amod", "compound", "nummod", "nmod", "flat"))


class Tree:
    """Dependency trees of a text.

    Attributes:
        parse: the text.
        base: relation of each word without its subtype.
        children: dependents of each word, in order.
        sentence: number of each word's sentence.
        paragraph: number of each word's paragraph.
        clause: for each word the head of the clause it belongs to: a predicate, or the root.
    """

    __slots__ = ("base", "children", "clause", "paragraph", "parse", "sentence")

    def __init__(self, parse: Parse) -> None:
        """Prepare what the questions need, in one pass each."""
        self.parse = parse
        plain = {r: r.split(":", 1)[0] for r in set(parse.relations)}
        self.base = [plain[r] for r in parse.relations]
        # Most words have no dependents; one empty tuple for all of those saves half of the time this takes.
        below: dict[int, list[int]] = {}
        for i, head in enumerate(parse.heads):
            if head is not None:
                below.setdefault(head, []).append(i)
        self.children: list[Sequence[int]] = [below.get(i, ()) for i in range(len(parse.words))]
        self.sentence = [0] * len(parse.words)
        self.paragraph = [0] * len(parse.words)
        for p, (first, last) in enumerate(parse.paragraphs):
            for s in range(first, last):
                a, b = parse.sentences[s]
                self.sentence[a:b] = [s] * (b - a)
                self.paragraph[a:b] = [p] * (b - a)
        self.clause = self._clauses()

    def _clauses(self) -> list[int]:
        """Return the clause of each word; walks up with a list, for a sentence may be as deep as it is long."""
        heads, base, upos = self.parse.heads, self.base, self.parse.upos
        found = [
            i if heads[i] is None or r in _CLAUSES or (r == "conj" and upos[i] in _VERBS) else -1
            for i, r in enumerate(base)
        ]
        path: list[int] = []
        for i in range(len(found)):
            at = i
            while found[at] < 0:
                head = heads[at]
                if head is None or len(path) > len(found):  # no tree: a cycle
                    found[at] = at
                    break
                path.append(at)
                at = head
            for word in path:
                found[word] = found[at]
            path.clear()
        return found

    def subject(self, clause: int) -> int | None:
        """Return the head of a clause's subject; "who" is the word it refers to, and "came and went" share theirs."""
        for _ in range(4):
            for child in self.children[clause]:
                if self.base[child] in _SUBJECTS:
                    relative = (
                        self.parse.relations[clause] == "acl:relcl" and self.parse.words[child].lower() in _RELATIVES
                    )
                    return self.parse.heads[clause] if relative else child
            head = self.parse.heads[clause]
            if head is None or self.base[clause] not in {"conj", "xcomp"}:
                return None
            clause = self.clause[head]
        return None

    def governor(self, clause: int) -> int | None:
        """Return the clause that a clause hangs on, or None for a main one."""
        head = self.parse.heads[clause]
        return None if head is None else self.clause[head]

    def phrase(self, head: int) -> Span:
        """Return a noun with what stands before it: "the former Iranian general"; what follows it is left out."""
        start, parse = head, self.parse
        for child in reversed(self.children[head]):
            if child < head and self.base[child] in _PREMODIFIERS and parse.upos[child] not in {"ADP", "PUNCT"}:
                start = min(start, self.leftmost(child))
        return start, head + 1

    def leftmost(self, word: int) -> int:
        """Return the first word that hangs on a word, following first dependents only."""
        for _ in range(8):
            first = self.children[word][0] if self.children[word] else word
            if first >= word:
                return word
            word = first
        return word

    def role_phrase(self, head: int) -> Span:
        """Return a noun with what stands before it and the of- or for-phrases after it: "spokesman for the council"."""
        start, end = self.phrase(head)
        for child in self.children[head]:
            if child > head and self.base[child] == "nmod" and child - end < 8 and self.has_case(child):
                end = child + 1
        return start, end

    def has_case(self, word: int) -> bool:
        """Whether a word stands after a preposition that makes it part of a title."""
        return any(
            self.base[c] == "case" and self.parse.lemmas[c] in {"of", "for", "at", "in", "to"}
            for c in self.children[word]
        )
