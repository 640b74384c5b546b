"""Layers to statements and entities: word numbers become spans of the document."""

from collections.abc import Iterable, Sequence

from onrecord.records import (
    Attribution,
    Content,
    Cue,
    Document,
    Entity,
    EntityKind,
    Name,
    Naming,
    Parse,
    Passage,
    Quotation,
    Review,
    Span,
    Statement,
    Voice,
)

__all__ = ["Assembly"]

NAME_RELATIONS = ("appos", "flat", "compound", "nmod")


class Assembly:
    """Puts together what one document says from its words and their layers."""

    def __init__(self, document: Document, word_spans: Sequence[Span], parse: Parse) -> None:
        """Keep the three; ``word_spans`` has a span of the document for each word of ``parse``."""
        self.document, self.word_spans, self.parse = document, word_spans, parse
        self._ids: dict[tuple[EntityKind, str], str] = {}
        for name in parse.names:
            self._ids.setdefault(self._key(name), f"n{len(self._ids) + 1}")

    def passage(self, ranges: Iterable[Span]) -> Passage:
        """Return ranges of words as a passage of the document."""
        spans = tuple((self.word_spans[a][0], self.word_spans[b - 1][1]) for a, b in ranges)
        return Passage(spans, self.document.slice(spans))

    def entities(self) -> tuple[Entity, ...]:
        """Return every named person, organisation and place; the same words of the same kind are one entity."""
        mentions: dict[tuple[EntityKind, str], list[Passage]] = {}
        for name in self.parse.names:
            mentions.setdefault(self._key(name), []).append(self.passage([(name.start, name.end)]))
        return tuple(
            Entity(self._ids[key], found[0].text, key[0], None, tuple(found), None) for key, found in mentions.items()
        )

    def statements(self) -> tuple[Statement, ...]:
        """Return every attribution as a statement, in the order of the cues."""
        return tuple(self._statement(f"s{n}", a) for n, a in enumerate(self.parse.attributions, 1))

    def headline(self) -> Passage | None:
        """Return the headline, if the text begins with one."""
        if not self.parse.headline:
            return None
        last = self.parse.paragraphs[self.parse.headline - 1][1]
        return self.passage([(0, self.parse.sentences[last - 1][1])])

    def _key(self, name: Name) -> tuple[EntityKind, str]:
        return name.kind, " ".join(self.parse.words[name.start : name.end]).casefold()

    def _statement(self, id_: str, attribution: Attribution) -> Statement:
        cue, content = self.passage(attribution.cue), self.passage(attribution.content)
        head = self.parse.head_of(attribution.cue[0])
        return Statement(
            id=id_,
            source=self._voice(attribution.source) if attribution.source else None,
            via=None,
            cue=Cue(self.parse.lemmas[head], None, cue.spans, cue.text),
            content=Content(content.spans, content.text, None),
            quotation=self._quotation(attribution.content),
            stance=None,
            certainty=None,
            condition=None,
            scope=None,
            said_on=None,
            review=Review.UNREVIEWED,
            events=None,
        )

    def _voice(self, source: tuple[Span, ...]) -> Voice:
        words = self.passage(source)
        name = self._name_in(source[0])
        if name is None:
            return Voice(None, None, None, None, None, None, None, None, words.spans, words.text)
        named = self.passage([(name.start, name.end)])
        entity = self._ids[self._key(name)]
        return Voice(named.text, name.kind, Naming.NAMED, None, None, None, None, entity, words.spans, words.text)

    def _name_in(self, source: Span) -> Name | None:
        """Return the name that a source is, not one it merely mentions: the name its head word is part of or is called."""
        head = self.parse.head_of(source)
        inside = [n for n in self.parse.names if source[0] <= n.start and n.end <= source[1]]
        for name in inside:
            if name.start <= head < name.end:
                return name
        for name in inside:
            top = self.parse.head_of((name.start, name.end))
            if (
                name.kind is EntityKind.PERSON
                and self.parse.heads[top] == head
                and self.parse.relations[top].split(":")[0] in NAME_RELATIONS
            ):
                return name
        return None

    def _quotation(self, content: Iterable[Span]) -> Quotation:
        words = [i for a, b in content for i in range(a, b) if self.parse.upos[i] != "PUNCT"]
        quoted = sum(self.parse.quoted[i] for i in words)
        if not quoted:
            return Quotation.INDIRECT
        return Quotation.DIRECT if quoted == len(words) else Quotation.MIXED
