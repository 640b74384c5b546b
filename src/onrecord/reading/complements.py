"""What a cue says: a clause, an infinitive, a bare object, or what stands in front of it."""

from onrecord.reading.cues import BARE_ACTS, CLAUSAL_ACTS, SILENT, Spoken, antecedent
from onrecord.reading.dates.words import CALENDAR
from onrecord.reading.tree import Tree
from onrecord.records import Act, Span
from onrecord.registers import CueObject

__all__ = ["bare_silence", "complement", "fronted", "put_first"]

LEAST_FRONTED = 2
_FRONTING = frozenset(("on", "of", "about", "whether", "what", "which", "who", "whom", "where", "how", "why"))
_OPENING = frozenset(("the", "this", "that", "any", "such", "these", "those"))
_THINGS = frozenset(("it", "which", "that", "this"))
"""Words that may stand for anything: of them only a clause is believed to be said."""


def bare_silence(cue: tuple[Span, ...]) -> tuple[tuple[Span, ...], list[int]]:
    """Return "did not" and "respond" of a silence with nothing behind it: the last word is what was not done."""
    a, b = cue[-1]
    return ((*cue[:-1], (a, b - 1)), [b - 1]) if b - a > 1 else (cue, [])


def fronted(tree: Tree, source: Span) -> list[int]:
    """Return what is put before the source of a silence: "on the papers he would not be drawn"."""
    parse = tree.parse
    a, _ = parse.sentences[tree.sentence_of[source[0]]]
    start = max([a, *(k + 1 for k in range(a, source[0]) if parse.words[k] in (";", ":"))])
    words = list(range(start, source[0]))
    while words and parse.upos[words[-1]] == "PUNCT":
        words.pop()
    if len(words) < LEAST_FRONTED or parse.words[words[0]].lower() not in _FRONTING or parse.quoted[words[0]]:
        return []
    timed = any(parse.words[k].casefold().rstrip(".") in CALENDAR for k in words[:3])
    return [] if timed else words


def put_first(tree: Tree, cue: Spoken, source: Span) -> list[int]:
    """Return an object that stands before the source, no comma between: "The idea that it was forced on him he brushed aside"."""
    if cue.entry.act not in BARE_ACTS and cue.entry.object is not CueObject.BLAMED:
        return []
    parse = tree.parse
    a, _ = parse.sentences[tree.sentence_of[source[0]]]
    start = max([a, *(k + 1 for k in range(a, source[0]) if parse.words[k] in (";", ":", "”", "’"))])
    words = list(range(start, source[0]))
    if len(words) < LEAST_FRONTED or parse.words[start].lower() not in _OPENING or parse.upos[words[-1]] == "PUNCT":
        return []
    head = parse.head_of((start, source[0]))
    nominal = parse.upos[head] in ("NOUN", "PROPN") and parse.heads[head] == cue.verb
    return words if nominal and parse.upos[source[0]] in ("PRON", "PROPN") else []


def complement(tree: Tree, cue: Spoken, source: Span) -> list[int]:
    """Return the words said: a clause, an infinitive, or a bare object where the cue allows one."""
    verb, (_, after) = cue.verb, cue.span
    inside = range(*cue.span)
    clauses = [k for k in tree.children(verb, "ccomp") if k not in inside]
    clauses += [k for k in tree.children(verb, "advcl") if _asks(tree, k)]
    bare = (cue.entry.act in BARE_ACTS and cue.entry.object is not CueObject.NONE) or cue.stance in SILENT
    bare = bare or (cue.entry.act in BARE_ACTS and tree.child(verb, "xcomp") is not None)
    bare = bare or (cue.entry.object is CueObject.CONTENT and cue.entry.act not in CLAUSAL_ACTS)
    if cue.entry.object is CueObject.VOICE:
        saying = next(
            (
                k + 1
                for k in range(verb, min(verb + 24, len(tree.parse.words) - 1))
                if tree.parse.words[k].lower() == "as" and tree.parse.words[k + 1].lower().endswith("ing")
            ),
            None,
        )
        inner = tree.child(saying, "ccomp") if saying is not None else None
        return _clause(tree, inner, verb, source) if inner is not None else []
    if clauses:
        words = _clause(tree, clauses[0], verb, source)
        return [*_subject_taken_for_object(tree, verb, clauses[0], words), *words]
    if (
        cue.stance not in SILENT
        and tree.relation(verb) == "parataxis"
        and tree.parse.heads[verb] is not None
        and tree.own_subject(verb) is not None
    ):
        return _clause(tree, tree.parse.heads[verb], verb, source)  # type: ignore[arg-type]
    deed = _deed_owned(tree, cue)
    if deed is not None:
        return [k for k in tree.subtree(deed) if k >= after]
    subject = tree.subject(verb)
    thing = (
        cue.stance not in SILENT
        and cue.entry.act is not Act.RETRACT
        and subject is not None
        and tree.parse.words[subject].lower() in _THINGS
    )
    if not bare or (thing and antecedent(tree, verb) is None):
        return []
    # "urged Turkey to commit itself", "accused them at the session of fuelling the war": all from the first object on.
    parts = [
        k
        for k in tree.children(verb, "obj", "iobj", "xcomp", "obl", "advcl")
        if max(tree.subtree(k)) >= after and k > verb
    ]
    wanted = [k for k in parts if tree.relation(k) in ("obj", "xcomp") or (cue.span[1] > verb + 1 and k == parts[0])]
    wanted = wanted or [
        k for k in parts if tree.relation(k) == "iobj"
    ]  # the tree's slip: "offered engines at a low price"
    wanted = wanted or [k for k in parts if _called(tree, k)]
    wanted += [k for k in parts if len(cue.entry.words) == 2 and _led_by(tree, k, cue.entry.words[1])]
    if not wanted:
        return _rest(tree, cue) if cue.stance in SILENT else []
    start = max(after, min(min(tree.subtree(k)) for k in wanted))
    if cue.stance in SILENT and tree.parse.words[after - 1].lower() == "to":
        start = min(start, after)
    last = max(max(tree.subtree(k)) for k in wanted)
    if cue.entry.object is CueObject.BLAMED:
        last = max(last, *(max(tree.subtree(k)) for k in parts if tree.relation(k) in ("obl", "xcomp", "advcl")), start)
    return list(range(start, last + 1))


def _called(tree: Tree, k: int) -> bool:
    """Whether a long object stands behind what it is called, and hangs on that: "dismissed as baseless the claim that"."""
    led = any(tree.parse.words[m].lower() == "as" for m in tree.children(k, "mark", "case"))
    return led and any(o > k for o in tree.children(k, "obj"))


def _deed_owned(tree: Tree, cue: Spoken) -> int | None:
    """Return the deed that somebody apologised for or confessed to: "for calling the shipment illegal", "to selling"."""
    if cue.entry.act not in (Act.RETRACT, Act.ADMIT) or tree.child(cue.verb, "obj") is not None:
        return None
    for k in tree.children(cue.verb, "advcl", "xcomp"):
        led = {tree.parse.words[m].lower() for m in tree.children(k, "mark", "case")}
        if k > cue.verb and tree.parse.words[k].lower().endswith("ing") and led & {"for", "to"}:
            return k
    return None


def _rest(tree: Tree, cue: Spoken) -> list[int]:
    """Return what follows a cue in its clause, where the tree gives it no complement."""
    times = [k for k in tree.children(cue.verb, "obl") if tree.parse.words[k].casefold().rstrip(".") in CALENDAR]
    words = [k for k in tree.subtree(cue.verb, without=times) if k >= cue.span[1]]
    while words and tree.parse.upos[words[0]] in ("ADV", "PUNCT"):
        words.pop(0)
    while words and tree.parse.upos[words[-1]] == "PUNCT":
        words.pop()
    return list(range(words[0], words[-1] + 1)) if words else []


def _led_by(tree: Tree, k: int, word: str) -> bool:
    """Whether a noun has a preposition: "put the total at two million"."""
    return tree.relation(k) == "obl" and any(tree.parse.words[c].lower() == word for c in tree.children(k, "case"))


def _asks(tree: Tree, clause: int) -> bool:
    """Whether a clause is an indirect question ("whether", "from where")."""
    first = tree.subtree(clause)[:2]
    return any(tree.parse.words[k].lower() in ("whether", "where", "who", "whom", "how", "what", "why") for k in first)


def _subject_taken_for_object(tree: Tree, verb: int, head: int, words: list[int]) -> list[int]:
    """Return the subject of a clause without "that" which the tree gives its cue: "denies [rockets] reached Sudan"."""
    before = [o for o in tree.children(verb, "obj") if words and verb < o < words[0]]
    finite = tree.parse.upos[head] == "VERB" and not tree.parse.words[head].lower().endswith("ing")
    bare = finite and tree.own_subject(head) is None and tree.child(head, "mark") is None
    return [k for k in tree.subtree(before[-1]) if verb < k < words[0]] if before and bare else []


def _clause(tree: Tree, head: int, verb: int, source: Span) -> list[int]:
    """Return the words of a clause said, less the reporting clause that may stand inside it, without outer punctuation."""
    aside = set(tree.subtree(verb)) if head in set(tree.above(verb)) else set()
    words = [k for k in tree.subtree(head) if k not in aside and not source[0] <= k < source[1]]
    that = next((k for k in tree.children(head, "mark") if tree.parse.words[k].lower() == "that"), None)
    if that is not None and that > verb:
        words = [k for k in words if k >= that]  # "told them this spring that": when they were told
    while words and tree.parse.upos[words[0]] == "PUNCT" and not tree.parse.quoted[words[0]]:
        words.pop(0)
    while words and tree.parse.upos[words[-1]] == "PUNCT" and not tree.parse.quoted[words[-1]]:
        words.pop()
    return words
