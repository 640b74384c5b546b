"""Chains: who passed on what was said, and where it was uttered (design 4.1, shapes 2 and 4)."""

from dataclasses import replace

from onrecord.reading.drafts import Draft, Hop, words_in
from onrecord.reading.tree import Tree
from onrecord.reading.voices import Voices
from onrecord.records import EntityKind, Relation, Span, VoiceKind
from onrecord.registers import CueObject, VenueNames

__all__ = [
    "add_venues",
    "add_viewers",
    "beside",
    "bounds",
    "by_agent",
    "covered",
    "end_of",
    "is_outlet",
    "publishes",
    "spoken",
]

_SEEN = frozenset(("see", "obtain", "review", "view", "cite", "quote", "publish", "report", "verify", "carry"))
HOLDER = 12
"""Words from the beginning of a document's name to who holds it, at most."""
_LEADS = frozenset(("on", "in", "at", "to"))


def bounds(tree: Tree, i: int) -> bool:
    """Whether a word ends the noun phrase after "citing"."""
    word, upos = tree.parse.words[i].lower(), tree.parse.upos[i]
    return (
        (upos == "PUNCT" and word not in ("-", "’", "'", "“", "”", '"'))
        or word in ("that", "who", "which")
        or (upos in ("VERB", "AUX") and tree.relation(i) != "amod")
    )


def end_of(tree: Tree, start: int, last: int) -> int:
    """Return the end of the noun phrase that begins at a word, at ``last`` the latest."""
    end = start
    while end < last and not bounds(tree, end):
        end += 1
    return end


def by_agent(tree: Tree, k: int) -> int | None:
    """Return who did it, of a passive or a participle ("cited by Reuters")."""
    for o in tree.children(k, "obl", "nmod"):
        if any(tree.parse.words[c].lower() == "by" for c in tree.children(o, "case")):
            return o
    return None


def add_viewers(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Add who passed on what was said: "according to a letter seen by Reuters", "a source cited by the agency"."""
    zone = beside(tree, draft)
    for k in sorted(zone):
        if tree.parse.upos[k] != "VERB" or tree.parse.lemmas[k] not in _SEEN or tree.relation(k) not in ("acl", "conj"):
            continue
        agent = by_agent(tree, k)
        own = agent is not None and any(
            tree.parse.words[c].lower() in ("our", "this") for c in tree.children(agent, "nmod", "det")
        )
        if agent is not None and not own and voices.can_speak(agent) and not covered(draft, agent):
            relation = Relation.UTTERANCE if tree.lemmas[k] == "quote" else Relation.RELAY
            draft.hops.insert(0, Hop(voices.phrase(agent), relation))
            draft.source = tuple(_cut(span, k) for span in draft.source)

    _add_holder(tree, voices, draft)


def _add_holder(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Add who holds a document: "a memo of which the daily has a copy", "a list in the hands of the agency"."""
    if not draft.source or draft.hops:
        return
    parse, start = tree.parse, draft.source[-1][0]
    b = parse.sentences[tree.sentence_of[start]][1]
    for k in range(start + 1, min(start + HOLDER, b - 2)):
        after = tuple(w.lower() for w in parse.words[k : k + 4])
        if after[:2] == ("of", "which"):
            first = k + 2
        elif after[0] == "in" and after[-1] == "of" and after[2] in ("hands", "possession"):
            first = k + 4
        else:
            continue
        last = end_of(tree, first, b)
        name = voices.name_at(parse.head_of((first, last))) if last > first else None
        if last > first and is_outlet(voices, name.end - 1 if name is not None else parse.head_of((first, last))):
            draft.hops.append(Hop((first, last), Relation.RELAY))
            draft.source = tuple(_cut(span, k) for span in draft.source)
        return


def _cut(span: Span, k: int) -> Span:
    return (span[0], k) if span[0] < k < span[1] else span


def covered(draft: Draft, i: int) -> bool:
    """Whether a word is one of a link already found."""
    return any(hop.span[0] <= i < hop.span[1] for hop in draft.hops)


def beside(tree: Tree, draft: Draft) -> set[int]:
    """Return the words of the reporting clause: under the cue, in the source, and not said."""
    anchor = draft.verb if draft.verb is not None else draft.place
    others = [k for k in tree.children(anchor, "conj", "parataxis") if tree.own_subject(k) is not None]
    zone = set(tree.subtree(anchor, without=others)) | {k for span in draft.source for k in range(*span)}
    for i in draft.handed:
        zone |= set(tree.subtree(i))
    if draft.source:
        zone |= set(tree.subtree(tree.parse.head_of(draft.source[0])))
    return _up_to_semicolon(tree, zone, anchor) - words_in(draft.content)


def _up_to_semicolon(tree: Tree, zone: set[int], anchor: int) -> set[int]:
    """Return the words that no semicolon parts from a word: what follows one is another clause, whatever the tree says."""
    a, b = tree.parse.sentences[tree.sentence_of[anchor]]
    marks = [k for k in range(a, b) if tree.parse.words[k] == ";" and not tree.parse.quoted[k]]
    low = max((k for k in marks if k < anchor), default=a)
    high = min((k for k in marks if k > anchor), default=b)
    return {k for k in zone if low <= k < high or not a <= k < b}


def add_venues(tree: Tree, voices: Voices, draft: Draft) -> None:
    """Add where it was uttered: "told Fox News", "in an interview with the BBC", "wrote on X"."""
    if draft.hearsay or draft.author:
        return
    zone = beside(tree, draft)
    for k in sorted(zone):
        found = tree.longest(voices.lexicon.venues, k)
        if found is None or found.entry.relation is not Relation.UTTERANCE:
            continue
        span = _medium(tree, voices, found.end) if found.entry.names is VenueNames.MEDIUM else None
        span = _platform(tree, voices, found.start, found.end) or span
        if span is not None and not covered(draft, span[0]) and span[0] in zone and span not in draft.source:
            draft.hops.append(Hop(span, Relation.UTTERANCE))
    if draft.verb is not None and draft.entry is not None and draft.entry.object is CueObject.ADDRESSEE:
        for o in tree.children(draft.verb, "obj", "iobj"):
            name = voices.name_at(o)
            told = is_outlet(voices, o if name is None else name.end - 1) or tree.lemmas[o] == "agency"
            if o in zone and told and not covered(draft, o):
                draft.hops.append(Hop(voices.phrase(o), Relation.UTTERANCE))
    draft.hops = _apart([replace(hop, span=_whole(tree, voices, hop.span)) for hop in draft.hops])
    # "told this newspaper" names no outlet beyond the one that publishes.
    draft.hops = [hop for hop in draft.hops if not _is_own(tree, hop.span)]
    if not any(hop.relation is Relation.UTTERANCE for hop in draft.hops):
        span = _aired(tree, voices, draft, zone)
        if span is not None:
            draft.hops.append(Hop(span, Relation.UTTERANCE))


def _whole(tree: Tree, voices: Voices, span: Span) -> Span:
    """Return an outlet's description and name as one, wherever the tree hangs them: "the Cairo daily Al-Safir"."""
    (a, b), upos = span, tree.parse.upos
    before = voices.noun_at(a - 1) if a > 0 and upos[a - 1] in ("NOUN", "ADJ") else None
    described = upos[b - 1] == "NOUN" or (before is not None and before.kind is VoiceKind.OUTLET)
    if not described:
        return span
    first = tree.parse.sentences[tree.sentence_of[a]][0]
    while a > first and upos[a - 1] in (("NOUN", "ADJ", "PROPN") if upos[a] != "DET" else ()):
        a -= 1
    a -= a > first and upos[a - 1] == "DET" and upos[a] != "DET"
    name = voices.name_at(b) if b < len(upos) else None
    return (a, name.end) if name is not None and name.start == b else (a, b)


def _apart(hops: list[Hop]) -> list[Hop]:
    """Return links without those whose words stand in another's."""
    spans = {hop.span for hop in hops}
    return [h for h in hops if not any(o != h.span and o[0] <= h.span[0] and h.span[1] <= o[1] for o in spans)]


def _led(tree: Tree, k: int) -> bool:
    beside = k > 0 and tree.parse.words[k - 1].lower() in _LEADS
    return beside or any(tree.parse.words[c].lower() in _LEADS for c in tree.children(k, "case"))


def _is_own(tree: Tree, span: Span) -> bool:
    a, b = span
    return b - a == 2 and tree.parse.words[a] == "this" and tree.parse.upos[a + 1] == "NOUN"


def _aired(tree: Tree, voices: Voices, draft: Draft, zone: set[int]) -> Span | None:
    """Return an outlet that "on" or "in" leads to beside a cue: "on state television", "in a Facebook post"."""
    parse = tree.parse
    taken = words_in(draft.source)
    for k in sorted(zone - taken):
        if parse.upos[k] not in ("NOUN", "PROPN") or covered(draft, k):
            continue
        above = parse.heads[k]
        if not _led(tree, k) and (above is None or not _led(tree, above)):
            continue  # looking names up is dear
        name = voices.name_at(k)
        words = " ".join(parse.words[name.start : name.end]) if name is not None else parse.words[k]
        known = voices.gazetteer.outlet(words) is not None or voices.gazetteer.outlet(parse.words[k]) is not None
        if not known and (parse.upos[k] != "NOUN" or tree.relation(k) == "compound" or not is_outlet(voices, k)):
            continue
        span = (name.start, name.end) if name is not None else (k, k + 1) if known else voices.phrase(k)
        top = parse.heads[k] if tree.relation(k) in ("compound", "nmod") and known and not _led(tree, k) else k
        if _led(tree, top if top is not None else k) and not set(range(*span)) & taken:
            return span
    return None


def _platform(tree: Tree, voices: Voices, start: int, end: int) -> Span | None:
    """Return the outlet or platform that a venue phrase itself ends in ("on Telegram")."""
    for a in range(start + 1, end):
        if voices.gazetteer.outlet(" ".join(tree.parse.words[a:end])) is not None:
            return a, end
    return None


def _medium(tree: Tree, voices: Voices, start: int) -> Span | None:
    """Return the outlet or platform that begins at, or a few words after, a venue phrase."""
    for k in range(start, min(start + 6, len(tree.parse.words))):
        if tree.parse.upos[k] in ("VERB", "PUNCT", "SCONJ"):
            return None
        name = voices.name_at(k)
        end = name.end if name is not None else k + 1
        if voices.gazetteer.outlet(" ".join(tree.parse.words[k:end])) is not None:
            return k, end
        noun = voices.noun_at(end - 1)
        people = noun is not None and noun.kind is not VoiceKind.OUTLET  # "told MPs"
        if (
            name is not None
            and name.kind is EntityKind.ORGANISATION
            and not people
            and not voices.in_gazetteer(end - 1)
        ):
            return name.start, end
        if tree.parse.upos[k] == "NOUN" and is_outlet(voices, k):
            return voices.phrase(k)
    return None


def is_outlet(voices: Voices, i: int) -> bool:
    """Whether a word is the head of an outlet's name or description ("Fox News", "the daily", "Channel Nusantara")."""
    name = voices.name_at(i)
    i = name.end - 1 if name is not None else i
    kind = voices.in_gazetteer(i)
    if kind is not None:
        return kind.value == "outlet"
    noun = voices.noun_at(i)
    if noun is not None:
        return noun.kind.value == "outlet"
    if name is None or name.kind is not EntityKind.ORGANISATION:
        return False
    words = [w.lower() for w in voices.tree.parse.words[name.start : name.end]]
    nouns = voices.lexicon.voices
    return any((e := nouns.exact([w])) is not None and e.kind.value == "outlet" for w in words)


def publishes(voices: Voices, i: int) -> bool:
    """Whether a word names an outlet, or what no dictionary knows and may be one by what it does: it has learned, seen, read."""
    name = voices.name_at(i)
    if is_outlet(voices, i):
        return True
    person = name is not None and name.kind is EntityKind.PERSON and name.end - name.start > 1
    return name is not None and not person and voices.in_gazetteer(name.end - 1) is None


def spoken(tree: Tree, words: set[int]) -> list[int]:
    """Return words without a comma or other mark at either end that no quotation holds."""
    kept = sorted(words)
    while kept and tree.parse.upos[kept[0]] == "PUNCT" and not tree.parse.quoted[kept[0]]:
        kept.pop(0)
    while kept and tree.parse.upos[kept[-1]] == "PUNCT" and not tree.parse.quoted[kept[-1]]:
        kept.pop()
    return kept
