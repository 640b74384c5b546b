"""Questions to the dependency tree of a text; every coordinate is a word number."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from onrecord.records import Parse, Span
from onrecord.registers import Found, Phrase, Phrases

Entry = TypeVar("Entry", bound=Phrase)

__all__ = ["Tree", "runs", "top_of"]

_PLAIN = {"could": "can", "n't": "not", "n’t": "not", "ca": "can", "wo": "will"}
_NEGATIONS = frozenset(("not", "n't", "n’t", "never", "no", "neither", "nor", "nobody", "nothing", "none", "hardly"))
_CLAUSES = frozenset(("ccomp", "xcomp", "csubj", "advcl", "acl", "parataxis", "root", "conj"))
_FINITE_AUXILIARIES = frozenset(("aux", "aux:pass", "cop"))


def runs(words: Iterable[int]) -> tuple[Span, ...]:
    """Return word numbers as maximal half-open ranges, in order."""
    out: list[Span] = []
    for i in sorted(set(words)):
        if out and out[-1][1] == i:
            out[-1] = (out[-1][0], i + 1)
        else:
            out.append((i, i + 1))
    return tuple(out)


class Tree:
    """The dependency tree of a parse with its downward links.

    Attributes:
        parse: the parse it is of.
        sentence_of: number of the sentence of each word.
        lemmas: lemmas as the lexicon has them: past modals and clipped forms as the plain word ("could", "n't").
    """

    __slots__ = ("_below", "_entries", "_places", "_plain", "_under", "lemmas", "parse", "sentence_of")

    def __init__(self, parse: Parse, lemmas: Sequence[str] | None = None) -> None:
        self.parse = parse
        self.lemmas = tuple(_PLAIN.get(lemma.lower(), lemma.lower()) for lemma in lemmas or parse.lemmas)
        self._plain = [r.split(":", 1)[0] for r in parse.relations]
        self._under: dict[int, list[int]] = {}
        self._places: dict[str, list[int]] | None = None
        self._entries: dict[tuple[int, int], Found[Any] | None] = {}
        self._below: list[list[int]] = [[] for _ in parse.words]
        for i, head in enumerate(parse.heads):
            if head is not None:
                self._below[head].append(i)
        self.sentence_of = [n for n, (a, b) in enumerate(parse.sentences) for _ in range(a, b)]

    def longest(self, phrases: "Phrases[Entry]", i: int) -> "Found[Entry] | None":
        """Return the longest entry of a table that begins at a word, looked up once.

        Args:
            phrases: the table.
            i: the word.
        """
        if not 0 <= i < len(self.lemmas) or self.lemmas[i] not in phrases.by_first:
            return None
        key = (id(phrases), i)
        if key not in self._entries:
            self._entries[key] = phrases.longest(self.lemmas, i)
        return self._entries[key]

    def places(self, lemma: str) -> Sequence[int]:
        """Return the words that have a lemma of the parse, written small, in order."""
        if self._places is None:
            self._places = {}
            for k, own in enumerate(self.parse.lemmas):
                self._places.setdefault(own.lower(), []).append(k)
        return self._places.get(lemma, ())

    def relation(self, i: int) -> str:
        """Return a word's relation without its subtype."""
        return self._plain[i]

    def children(self, i: int, *relations: str) -> list[int]:
        """Return the words that hang on ``i``, in order; with ``relations`` (no subtypes) only those."""
        below = self._below[i]
        if not below or not relations:
            return below
        plain = self._plain
        return [k for k in below if plain[k] in relations]

    def child(self, i: int, *relations: str) -> int | None:
        """Return the first child with one of these relations."""
        for k in self._below[i]:
            if self._plain[k] in relations:
                return k
        return None

    def subtree(self, i: int, *, without: Iterable[int] = ()) -> list[int]:
        """Return ``i`` and all words under it, in order; the words ``without`` and what is under them are left out."""
        left_out = set(without)
        if not left_out:
            return self._whole(i)
        found, open_ = [], [i]
        while open_:
            k = open_.pop()
            found.append(k)
            open_ += [c for c in self._below[k] if c not in left_out]
        return sorted(found)

    def _whole(self, i: int) -> list[int]:
        found = self._under.get(i)
        if found is None:
            found, open_ = [], [i]
            while open_:
                k = open_.pop()
                found.append(k)
                open_ += self._below[k]
            found.sort()
            self._under[i] = found
        return found

    def above(self, i: int) -> Iterator[int]:
        """Yield the words ``i`` hangs on, the nearest first."""
        head = self.parse.heads[i]
        while head is not None:
            yield head
            head = self.parse.heads[head]

    def subject(self, i: int) -> int | None:
        """Return the subject of a predicate: its own, that of the predicate it is coordinated with, or of its controller."""
        seen = 0
        while seen < 8:
            own = [k for k in self.children(i, "nsubj", "csubj") if self.parse.relations[k] != "nsubj:outer"]
            if own:
                return min(own, key=lambda k: abs(k - i))
            head = self.parse.heads[i]
            if head is not None and self.relation(i) == "ccomp":
                return self._strayed_subject(i, head)
            if head is None or self.relation(i) not in ("conj", "xcomp", "advcl"):
                return self._relative_subject(i)
            i, seen = head, seen + 1
        return None

    def _strayed_subject(self, i: int, head: int) -> int | None:
        """Return the subject that the tree hung on the verb of saying instead: one of two there, just before ``i``."""
        rivals = self.children(head, "nsubj")
        before = [k for k in rivals if k < i]
        return max(before) if len(rivals) > 1 and before else None

    def _relative_subject(self, i: int) -> int | None:
        """Return the noun that a participle clause without a subject of its own describes ("a man quoted by")."""
        return self.parse.heads[i] if self.relation(i) == "acl" else None

    def own_subject(self, i: int) -> int | None:
        """Return the subject that hangs on ``i`` itself."""
        return self.child(i, "nsubj", "csubj")

    def trimmed(self, span: Span) -> Span:
        """Return a range without the marks at its end."""
        a, b = span
        while b > a + 1 and self.parse.upos[b - 1] == "PUNCT":
            b -= 1
        return a, b

    def case_of(self, i: int) -> str | None:
        """Return the preposition that leads to a noun, in lower case."""
        case = self.child(i, "case")
        return self.parse.words[case].lower() if case is not None else None

    def auxiliaries(self, i: int) -> list[int]:
        """Return the auxiliaries and copulas of a predicate, in order."""
        return [k for k in self._below[i] if self.relation(k) in ("aux", "cop")]

    def modals(self, i: int) -> set[str]:
        """Return the lower-cased auxiliaries and copulas of a predicate; a coordinated one shares those of the first."""
        own = {self.parse.words[k].lower() for k in self.auxiliaries(i)}
        head = self.parse.heads[i]
        if not own and head is not None and self.relation(i) == "conj" and self.own_subject(i) is None:
            return self.modals(head)
        return own

    def is_passive(self, i: int) -> bool:
        """Whether a predicate is in the passive."""
        below = [self.parse.relations[k] for k in self._below[i]]
        return "aux:pass" in below or "nsubj:pass" in below

    def negations(self, i: int) -> list[int]:
        """Return the words that negate a predicate directly: "not", "no longer"; "no" on its object is not among them."""
        return [k for k in self._below[i] if self._denies(k) and self.relation(k) != "obj"]

    def _denies(self, i: int) -> bool:
        word = self.parse.words[i].lower()
        return word in _NEGATIONS or (word == "longer" and i > 0 and self.parse.words[i - 1].lower() == "no")

    def has_no_subject(self, i: int) -> bool:
        """Whether the subject of a predicate is nobody: "No official would confirm", "Neither ministry answered"."""
        subject = self.own_subject(i)
        if subject is None:
            return False
        words = (subject, *self.children(subject, "det", "cc"))
        return any(self.parse.words[k].lower() in ("no", "neither", "none", "nobody", "nor") for k in words)

    def phrase(self, i: int) -> Span:
        """Return the range from the first to the last word of a subtree, without punctuation at either end."""
        words = self.subtree(i)
        a, b = words[0], words[-1] + 1
        while a < i and self.parse.upos[a] == "PUNCT":
            a += 1
        while b > i + 1 and self.parse.upos[b - 1] == "PUNCT":
            b -= 1
        return a, b

    def clause_head(self, i: int) -> int:
        """Return the predicate of the clause that a word stands in."""
        while self.relation(i) not in _CLAUSES:
            head = self.parse.heads[i]
            if head is None:
                return i
            i = head
        return i

    def is_finite(self, i: int) -> bool:
        """Whether a predicate has a tense: an auxiliary, a subject, or a form that can stand alone."""
        if any(self.parse.relations[k] in _FINITE_AUXILIARIES for k in self._below[i]):
            return not any(self.parse.words[k].lower() == "to" for k in self.children(i, "mark"))
        return self.own_subject(i) is not None

    def in_headline(self, i: int) -> bool:
        """Whether a word stands in the headline."""
        headline = self.parse.headline
        return bool(headline) and self.sentence_of[i] < self.parse.paragraphs[headline - 1][1]

    def text(self, span: Span) -> str:
        """Return the lower-cased words of a range, joined by spaces."""
        return " ".join(self.parse.words[span[0] : span[1]]).lower()


def top_of(tree: Tree, content: tuple[Span, ...]) -> int:
    """Return the word of a content that the rest hangs on: the first predicate whose head lies outside."""
    inside = {i for a, b in content for i in range(a, b)}
    tops = [k for k in sorted(inside) if tree.parse.heads[k] is None or tree.parse.heads[k] not in inside]
    tops = [k for k in tops if tree.parse.upos[k] != "PUNCT"]
    predicates = [
        k
        for k in tops
        if tree.parse.upos[k] in ("VERB", "AUX") or tree.child(k, "cop") is not None or tree.own_subject(k) is not None
    ]
    if len(predicates) > 1 and _opens_with_if(tree, min(inside)):
        return predicates[-1]
    resumed = _resumed(tree, content)
    if resumed is not None:
        return resumed
    return next(iter(predicates or tops), min(inside))


def _resumed(tree: Tree, content: tuple[Span, ...]) -> int | None:
    """Return the predicate behind a reporting clause that stands between subject and verb: "Whoever sails, he says, will pay"."""
    if len(content) < 2:
        return None
    (_, end), (start, last) = content[0], content[1]
    finite = tree.parse.upos[start] == "AUX" or (
        tree.parse.upos[start] == "VERB" and not tree.parse.words[start].endswith("ing")
    )
    if not finite or tree.sentence_of[end - 1] != tree.sentence_of[start] or tree.parse.quoted[start]:
        return None
    head = tree.parse.heads[start]
    found = head if tree.parse.upos[start] == "AUX" and head is not None and start < head < last else start
    return found if tree.relation(found) != "conj" else None


def _opens_with_if(tree: Tree, first: int) -> bool:
    return any(w.lower() in ("if", "unless") for w in tree.parse.words[first : first + 2])
