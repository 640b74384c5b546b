"""Reporting clauses read off the order of the words, where trees go wrong: behind a sentence, and in the middle of one."""

from onrecord.reading.cues import Spoken
from onrecord.reading.dates.words import CALENDAR
from onrecord.reading.drafts import Draft
from onrecord.reading.tree import Tree, runs
from onrecord.reading.voices import Voices
from onrecord.records import Act, EntityKind, Span
from onrecord.registers import CueObject, CuePos

__all__ = ["interrupting", "trailing", "turned"]

_UNCLAUSED = frozenset((Act.DECLINE, Act.ACCUSE, Act.DEMAND, Act.CITE))
_NO_SPEAKER = frozenset(("who", "which", "that", "whom", "i", "we", "us", "me", "you", "my", "our"))
_RELATIVES = frozenset(("which", "who", "whom", "where"))
_UTTERING = frozenset((Act.SAY, Act.WRITE, Act.ANNOUNCE, Act.CLAIM, Act.WARN))
"""Acts of those alone who have words: whoever "announced", behind a sentence, is a voice, be it "the presidency"."""
_OPENING = frozenset(("“", "‘", '"', "``", "''"))
_LINKS = frozenset(("and", "but", "or", "yet", "though", "although", "because", "if", "unless"))
SHORT_SOURCE = 8
"""Words back from a reporting verb between commas to the comma before its source, at most."""
LONGEST_SOURCE = 18
"""Words of a source that a reporting clause at the end of a sentence may have."""


def trailing(tree: Tree, voices: Voices, cue: Spoken) -> Draft | None:
    """Return "..., UN monitors confirm": a noun phrase and a verb of saying that close a sentence, after its comma.

    Read off the order of the words, since trees of such sentences often make the source an apposition.
    """
    parse, verb = tree.parse, cue.verb
    a, b = parse.sentences[tree.sentence_of[verb]]
    if len(cue.entry.words) > 1 or cue.entry.act in _UNCLAUSED:
        return None
    if (
        parse.words[verb + 1 : verb + 2]
        and parse.words[verb + 1].lower() in ("with", "among")
        and not tree.auxiliaries(verb)
    ):
        return None  # "a record shared with the daily"
    told = cue.entry.object is CueObject.ADDRESSEE
    if any(k > verb and not (told and tree.relation(k) == "obj") for k in tree.children(verb, "ccomp", "obj")):
        return None
    first = min([verb, *(k for k in tree.auxiliaries(verb) if k < verb)])
    found = _before_verb(tree, a, first)
    if found is None or found[0][0] - a < 4:
        return None
    source, plain = found
    comma = source[0] - 1
    if any(parse.upos[k] in ("VERB", "AUX", "SCONJ") for k in range(*plain)) or parse.quoted[comma + 1]:
        return None
    if not _is_one_phrase(tree, plain):
        return None
    after = range(verb + 1, next((k for k in range(verb + 1, b - 1) if _goes_beyond(tree, k)), b))
    if any(parse.words[k] in (",", ":") or parse.upos[k] in ("SCONJ", "AUX") for k in after):
        return None
    said = range(a, comma)
    closes = verb == b - 1 and tree.in_headline(
        verb
    )  # "Missile hit Kharkiv, UN monitors confirm": "hit" passes for a noun
    told = any(parse.upos[k] in ("VERB", "AUX") for k in said)
    head = parse.head_of(plain)
    uttered = (
        told and cue.entry.act in _UTTERING and parse.upos[head] == "NOUN" and tree.own_subject(verb) in (head, None)
    )
    if not (closes or told) or not (voices.can_speak(head) or uttered):
        return None
    return Draft((source,), ((first, verb + 1),), ((a, comma),), verb, cue.entry, cue.denied)


def _before_verb(tree: Tree, a: int, first: int) -> tuple[Span, Span] | None:
    """Return what stands between a comma and a verb of saying, and of that the plain phrase; None without a comma.

    Args:
        tree: the tree.
        a: first word of the sentence.
        first: first word of the verb.
    """
    comma = next((k for k in range(first - 1, max(a, first - LONGEST_SOURCE), -1) if tree.parse.words[k] == ","), None)
    if comma is None or comma == first - 1:
        return _apposed(tree, a, comma) if comma is not None else None
    return (comma + 1, first), _before_relative(tree, (comma + 1, first))


def _apposed(tree: Tree, a: int, comma: int) -> tuple[Span, Span] | None:
    """Return a name and an office between commas, and the office alone: ", the head of it, Ada Lis, said"."""
    words = tree.parse.words
    cuts = [k for k in range(comma - 1, max(a, comma - LONGEST_SOURCE), -1) if words[k] == ","][:2]
    if len(cuts) == 2:
        parts = (cuts[1] + 1, cuts[0]), (cuts[0] + 1, comma)
        named = [
            any((n.start, n.end) == p for n in tree.parse.names_in(p) if n.kind is EntityKind.PERSON) for p in parts
        ]
        if sum(named) == 1:
            return (parts[0][0], comma), parts[named.index(False)]
    return None


def _is_one_phrase(tree: Tree, source: Span) -> bool:
    """Whether what stands between a comma and a verb of saying is one phrase: "two loaders and a clerk", not "and two clerks"."""
    a, b = source
    joins = [k for k in range(a, b) if tree.parse.upos[k] == "CCONJ"]
    return not joins or (len(joins) == 1 and a + 1 < joins[0] < b - 1)


def _goes_beyond(tree: Tree, k: int) -> bool:
    """Whether a word behind a reporting clause begins what says nothing of it: ", adding that", "a vote in which"."""
    return _adds(tree, k) or tree.parse.words[k].lower() in _RELATIVES


def _before_relative(tree: Tree, source: Span) -> Span:
    """Return a phrase without the relative clause it ends in: "two clerks who asked not to be named"."""
    a, b = source
    return a, next((k for k in range(a + 1, b) if tree.parse.words[k].lower() in ("who", "whom")), b)


def turned(tree: Tree, voices: Voices, cue: Spoken) -> Draft | None:
    """Return "..., say two envoys in Oslo": a verb of saying and a noun phrase that close a sentence, after its comma.

    Trees of such sentences often hang the noun phrase on the main verb.
    """
    parse, verb = tree.parse, cue.verb
    a, b = parse.sentences[tree.sentence_of[verb]]
    last = next((k for k in range(b - 1, verb, -1) if parse.upos[k] != "PUNCT"), verb)
    if (
        len(cue.entry.words) > 1
        or cue.entry.act in _UNCLAUSED
        or parse.words[verb - 1 : verb] != (",",)
        or verb - a < 4
    ):
        return None
    source = (verb + 1, last + 1)
    if last - verb > LONGEST_SOURCE or last == verb or parse.quoted[verb] or tree.children(verb, "ccomp", "obj"):
        return None
    plain = all(parse.upos[k] not in ("VERB", "AUX", "SCONJ", "PRON", "PUNCT", "ADV") for k in range(*source))
    told = any(parse.upos[k] in ("VERB", "AUX") for k in range(a, verb - 1))
    if not plain or not told or not voices.can_speak(parse.head_of(source)):
        return None
    return Draft((source,), ((verb, verb + 1),), ((a, verb - 1),), verb, cue.entry, cue.denied)


def _adds(tree: Tree, k: int) -> bool:
    """Whether a comma begins a participle that reports on: ", adding that"."""
    parse = tree.parse
    return parse.words[k] == "," and parse.upos[k + 1] == "VERB" and parse.words[k + 1].lower().endswith("ing")


def interrupting(tree: Tree, voices: Voices, cue: Spoken) -> Draft | None:
    """Return "Most of it, he went on, runs through Oslo": a noun phrase and a verb of saying between commas in a sentence.

    Trees of such sentences often make the reporting verb the main one. Turned round it is ", conceded a former envoy, but".
    """
    clause = _between_commas(tree, cue)
    if clause is None:
        return None
    source, first, comma, last = clause
    parse, speaker = tree.parse, tree.parse.head_of(source)
    whom = {parse.words[k].lower() for k in range(*source)}
    if any(parse.upos[k] in ("VERB", "AUX", "CCONJ", "SCONJ") for k in range(*source)) or whom & _NO_SPEAKER:
        return None
    a, b = parse.sentences[tree.sentence_of[cue.verb]]
    start = max([a, *(k + 1 for k in range(a, comma) if parse.words[k] in (";", "”", ":"))])
    end = next((k for k in range(last, b) if parse.words[k] == ";"), b)
    before, after = list(range(start, comma)), list(range(last + 1, end))
    while after and parse.upos[after[-1]] == "PUNCT" and not parse.quoted[after[-1]]:
        after.pop()
    if not before or not after or not voices.can_speak(speaker) or not _goes_on(tree, after, turned=first < source[0]):
        return None
    said = _said(tree, before, after)
    return Draft((source,), ((first, cue.span[1]),), runs(said), cue.verb, cue.entry)


def _between_commas(tree: Tree, cue: Spoken) -> tuple[Span, int, int, int] | None:
    """Return source, first word of the cue and the two commas around them; None where a cue does not stand so."""
    parse, verb = tree.parse, cue.verb
    a, b = parse.sentences[tree.sentence_of[verb]]
    attributes = cue.entry.act not in _UNCLAUSED and not (
        cue.entry.pos is CuePos.PHRASE and cue.entry.object is CueObject.VOICE
    )
    if (
        not attributes
        or cue.denied
        or parse.quoted[verb]
        or tree.is_passive(verb)
        or parse.words[verb].lower().endswith("ing")
    ):
        return None
    first, after = min(cue.span[0], *tree.auxiliaries(verb), verb), cue.span[1]
    comma = next((k for k in range(first - 1, max(a, first - SHORT_SOURCE), -1) if parse.words[k] == ","), None)
    last = next((k for k in range(after, min(after + SHORT_SOURCE, b)) if parse.words[k] == ","), None)
    if comma is None or last is None or parse.quoted[comma + 1]:
        return None
    if comma < first - 1:
        return ((comma + 1, first), first, comma, last) if _is_beside(tree, cue, after, last) else None
    begun = any(parse.upos[k] in ("VERB", "AUX") for k in range(a, comma))
    led = parse.upos[after] in ("DET", "PROPN", "PRON") and not tree.auxiliaries(verb)
    return ((after, last), first, comma, last) if begun and led else None


def _is_beside(tree: Tree, cue: Spoken, after: int, last: int) -> bool:
    """Whether what follows a cue up to a comma tells when, where or whom: "said in May", "told the channel LRT"."""
    parse = tree.parse
    if after == last:
        return True
    if any(parse.upos[k] in ("VERB", "AUX", "SCONJ", "PUNCT", "CCONJ") for k in range(after, last)):
        return False
    timed = parse.words[after].casefold().rstrip(".") in CALENDAR or parse.upos[after] in ("ADP", "ADV")
    return timed or cue.entry.object is CueObject.ADDRESSEE


def _goes_on(tree: Tree, after: list[int], *, turned: bool) -> bool:
    """Whether words behind a reporting clause go on with what was begun before it."""
    parse, first = tree.parse, after[0]
    if parse.words[first].lower().endswith("ing") or not any(parse.upos[k] in ("VERB", "AUX") for k in after):
        return bool(turned and parse.words[first].lower() in _LINKS)
    return not turned or parse.upos[first] in ("VERB", "AUX") or parse.words[first].lower() in _LINKS


def _said(tree: Tree, before: list[int], after: list[int]) -> list[int]:
    """Return what is said around a reporting clause: of "When it sank, he said, “...”" only the quotation."""
    parse = tree.parse
    if parse.words[after[0]] not in _OPENING or not parse.quoted[after[0]]:
        return [*before, *after]
    stop = next((n for n, k in enumerate(after) if not parse.quoted[k]), len(after))
    conditional = parse.words[before[0]].lower() in ("if", "unless") or any(parse.quoted[k] for k in before)
    predicate = len(after) > 1 and parse.upos[after[1]] in ("VERB", "AUX")  # "Both texts, he said, “command it”"
    return [*(before if conditional or predicate else []), *after[:stop]]
