"""Whom the words that name a measure say it is from, and on whom it is: "the US curbs on arms exports to Chile"."""

from onrecord.reading.events.fillers import Fillers

__all__ = ["Sides"]

LONGEST = 4
"""Words of the longest name of a body looked up."""
_TOWARDS = frozenset(("on", "against"))
_ABOUT = frozenset(("over", "for", "of", "to", "concerning", "regarding"))
_DIRECTED = frozenset(("to", "for", "from", "with", "into", "in", "by"))
"""Prepositions by which a trade leads to the party it is with."""
_IMPOSING = ("United States", "United Kingdom", "European Union")
_LISTINGS = frozenset(("listing", "designation", "blacklisting", "delisting"))
DEEPEST = 3
"""Nouns within nouns looked through for a target, at most."""


class Sides:
    """Answers for the measures of one document."""

    def __init__(self, fillers: Fillers) -> None:
        self.fillers, self.tree = fillers, fillers.tree

    def targets(self, head: int) -> tuple[int, ...]:
        """Return whom the phrase itself says a measure is on: "on Chile", "over Chile's purchase", "the Chile embargo"."""
        behind = self._behind(head, DEEPEST) or self._next(head)
        if behind:
            return behind
        beside = [k for k in self.tree.children(head, "compound", "amod") if self.fillers.state(k) is not None]
        beside += [k for k in self._run_before(head) if self.fillers.state(k) is not None]
        return tuple(k for k in beside[:1] if not self.imposes(k))

    def _run_before(self, head: int) -> list[int]:
        """Return the nouns before a measure that the tree sets beside it and not under it: "South Sudan arms embargo"."""
        tree, k, found = self.tree, head - 1, list[int]()
        while (
            k >= 0
            and tree.parse.heads[k] == tree.parse.heads[head]
            and tree.relation(k) == tree.relation(head) == "obj"
        ):
            found.append(k)
            k -= 1
        return found

    def _next(self, head: int) -> tuple[int, ...]:
        """Return the party right behind "on" or "against" that the tree hung elsewhere: "breaking the embargo on Iran"."""
        words, case = self.tree.parse.words, head + 1
        led = self.tree.parse.heads[case] if words[case : case + 1] and words[case].lower() in _TOWARDS else None
        if led is None or led <= case:
            return ()
        return (led,) if self.fillers.is_party(led) else self._behind(led, DEEPEST - 1)

    def _behind(self, head: int, depth: int) -> tuple[int, ...]:
        """Return the party that a noun's own prepositions lead to, through the trade that is limited: "on sales to Chile"."""
        tree = self.tree
        leads = _TOWARDS | _ABOUT if depth == DEEPEST else _DIRECTED | _TOWARDS | {"of"}
        for k in tree.children(head, "nmod", "obl", "acl"):
            case = tree.child(k, "case")
            lead = tree.parse.words[case].lower() if case is not None else None
            if lead not in leads:
                continue
            party = self.fillers.is_party(k) and not self.fillers.fits(k, "trade")
            listed = lead == "of" and tree.lemmas[head] in _LISTINGS
            if party and (lead in _TOWARDS or listed or depth < DEEPEST):
                return (k, *(c for c in tree.children(k, "conj") if self.fillers.is_party(c)))
            owner = [o for o in tree.children(k, "nmod") if tree.parse.relations[o] == "nmod:poss"]
            if any(self.fillers.state(o) is not None for o in owner):
                return (owner[0],)
            inner = self._behind(k, depth - 1) if depth else ()
            named = [o for o in tree.children(k, "nmod", "amod", "compound") if self.fillers.state(o) is not None]
            if inner or named:
                return inner or (named[0],)
        return ()

    def imposers(self, head: int) -> tuple[int, ...]:
        """Return who the phrase itself says put a measure on: "the American sanctions", "a Security Council resolution"."""
        tree = self.tree
        near = [
            *tree.children(head, "compound", "amod"),
            *(k for k in tree.children(head, "nmod") if tree.parse.relations[k] == "nmod:poss"),
        ]
        states = [k for k in near if self.fillers.state(k) is not None]
        towards = any(
            tree.parse.words[c].lower() in _TOWARDS
            for k in tree.children(head, "nmod")
            for c in tree.children(k, "case")
        )
        if states and (towards or self.imposes(states[0])):
            return (
                states[0],
                *(k for k in tree.children(states[0], "conj") if self.fillers.state(k) or self.is_body(k)),
            )
        bodies = [k for k in (*near, *tree.subtree(head)) if self.is_body(k)]
        return (bodies[0],) if bodies else ()

    def imposes(self, k: int) -> bool:
        """Whether a word names one of those that put measures on others, alone before the noun."""
        return self.is_body(k) or self.fillers.state(k) in _IMPOSING or self.tree.parse.relations[k] == "nmod:poss"

    def is_body(self, k: int) -> bool:
        """Whether the name of an international body begins at a word."""
        words, name = self.tree.parse.words, self.fillers.voices.name_at(k)
        start = name.start if name is not None else k
        for end in range(min(start + LONGEST, len(words)), start, -1):
            body = self.fillers.voices.gazetteer.body(" ".join(words[start:end]))
            if body is not None:
                return body.state is None
        return False
