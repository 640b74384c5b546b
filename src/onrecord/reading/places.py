"""Where words stand in the document, and which states and bodies a phrase names."""

from collections.abc import Sequence

from onrecord.reading.tree import Tree
from onrecord.reading.voices import Voices
from onrecord.records import Document, Span, VoiceKind
from onrecord.registers import Body

__all__ = ["Places"]

_ELSEWHERE = frozenset(("to", "for", "on", "in", "with", "about", "at", "against", "near"))
LONGEST = 4
"""Words of the longest name looked up."""


class Places:
    """One document's words, with the states and bodies they name."""

    def __init__(self, document: Document, word_spans: Sequence[Span], tree: Tree, voices: Voices) -> None:
        self.document, self.word_spans, self.tree, self.voices = document, word_spans, tree, voices
        self._ends: dict[int, int] = {}
        self._states = self._all_states()

    def span(self, words: Span) -> Span:
        """Return a range of words as code points."""
        return self.word_spans[words[0]][0], self.word_spans[words[1] - 1][1]

    def spans(self, ranges: Sequence[Span]) -> tuple[Span, ...]:
        """Return ranges of words as code points."""
        return tuple(self.span(r) for r in ranges)

    def plain(self, span: Span) -> str:
        """Return a phrase's own words as the text has them, without a possessive mark at the end."""
        text = self.document.slice((self.span(span),))
        return text.removesuffix("’s").removesuffix("'s").strip()

    def _all_states(self) -> dict[int, str]:
        """Return the state that each word names by itself or as the end of a longer name."""
        found: dict[int, str] = {}
        words = self.tree.parse.words
        for i, word in enumerate(words):
            if not word[:1].isupper() or not self.voices.gazetteer.opens(word):
                continue
            for end in range(min(i + LONGEST, len(words)), i, -1):
                text = " ".join(words[i:end])
                state = self.voices.gazetteer.state(text)
                body = None if state is not None else self.voices.gazetteer.body(text)
                name = state.state.name if state is not None else body.state if body is not None else None
                if name is not None:
                    found[i], self._ends[i] = name, end
                    break
        return found

    def state_in(self, span: Span) -> str | None:
        """Return the state that a phrase belongs to: not one it is only about ("envoy for Iran", "ambassador to Iran")."""
        words = self.tree.parse.words
        for i in range(*span):
            if i in self._states and not (i > span[0] and self._led_by(words, i, span[0])):
                return self._states[i]
        return None

    @staticmethod
    def _led_by(words: Sequence[str], i: int, start: int) -> bool:
        k = i - 1
        if k > start and words[k].lower() in ("the", "its", "his", "her", "their"):
            k -= 1
        if words[k].lower() == "for" and k > start and words[k - 1].lower().startswith("spokes"):
            return False  # a spokesman for Norway speaks for it; an envoy for Iran does not
        return words[k].lower() in _ELSEWHERE

    def body_in(self, span: Span) -> Body | None:
        """Return the first institution that a phrase names and is not only about."""
        words = self.tree.parse.words
        for i in range(*span):
            for end in range(min(i + LONGEST + 1, span[1]), i, -1):
                body = self.voices.gazetteer.body(" ".join(words[i:end]))
                if body is not None and not (i > span[0] and self._led_by(words, i, span[0])):
                    return body
        return None

    def state_near(self, word: int, *, speaking: bool = False) -> str | None:
        """Return the state named last before a word in its paragraph or the one before; the text leaves it to the reader.

        ``speaking``: whether one that says something, itself or by a body of it, comes before one that does anything else.
        """
        parse = self.tree.parse
        sentence = self.tree.sentence_of[word]
        number = next((n for n, (a, b) in enumerate(parse.paragraphs) if a <= sentence < b), 0)
        first = parse.sentences[parse.paragraphs[max(0, number - 1)][0]][0]
        own = parse.sentences[sentence][0]
        for i in range(word, first - 1 if speaking else word, -1):
            if i in self._states and self._speaks(i):
                return self._states[i]
        for relations, back in ((("nsubj",), own), (("nsubj", "nmod:poss"), first)):
            for i in range(word, back - 1, -1):
                if i in self._states and self._standing(i) in relations:
                    return self._states[i]
        return None

    def _speaks(self, i: int) -> bool:
        """Whether a state's name, or the body it stands before, is the subject of a verb of saying."""
        parse = self.tree.parse
        name = parse.head_of((i, self._ends[i]))
        head = parse.heads[name]
        if parse.relations[name] in ("amod", "compound") and head is not None:
            name, head = head, parse.heads[head]
        told = parse.relations[name] == "nsubj" and head is not None and parse.upos[head] == "VERB"
        return told and head is not None and self.voices.lexicon.cue(self.tree.lemmas[head], "verb") is not None

    def _standing(self, i: int) -> str:
        """Return how a state's name stands in its sentence; before a body of it as that does: "the Norwegian ministry said"."""
        parse = self.tree.parse
        name = parse.head_of((i, self._ends[i]))
        head = parse.heads[name]
        noun = self.voices.noun_at(head) if parse.relations[name] in ("amod", "compound") and head is not None else None
        of_body = noun is not None and noun.kind is VoiceKind.GOVERNMENT
        return parse.relations[head if of_body and head is not None else name]
