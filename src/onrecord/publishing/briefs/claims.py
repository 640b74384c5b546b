"""A claim as sections of a brief: how it stands, who says so, who challenges it, numbers and days, what stands beside it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from onrecord.publishing.briefs.citing import Citations, Piece, flat
from onrecord.publishing.briefs.material import Beside, ClaimMaterial
from onrecord.publishing.briefs.telling import (
    LISTED,
    counted,
    does,
    figure_in_words,
    listed,
    series,
    told,
    voices,
    who,
    writes_itself,
)
from onrecord.publishing.words import some
from onrecord.records import Claim, Figure, Origin, Outcome, Said, Stance, Support
from onrecord.records.briefs import Name, Section, Sentence

__all__ = ["CHALLENGING", "against", "claim_sections", "foreseen", "support"]

CHALLENGING = (Stance.DENIES, Stance.DISMISSES, Stance.DOUBTS, Stance.WITHHOLDS, Stance.RETRACTS)
"""Stances of those who challenge a claim, in the order in which they are told."""
_FORESEEING = (Stance.EXPECTS, Stance.COMMITS)
MOST, LEAST = 40, 8
"""Statements told in a sentence of their own, of a kind: in a brief on one claim, and of each claim of many, which share them."""
AGAIN = 3
"""Outlets named of those in which an origin is told again, where claims share."""
_NOT_COUNTED = {
    "a reaction supports nothing": "since a reaction supports nothing",
    "a vague collective": "since the sources are a vague collective",
    "speaks for nobody and tells no basis": "since who speaks stands for nobody else and tells no basis",
    "tells something beside it": "since what is told stands beside it",
    "no door recorded": "since how it became public is not recorded",
}
"""Why statements count as no origin, in words that a sentence can go on with."""


def claim_sections(number: int, found: ClaimMaterial, cited: Citations, of: int = 1) -> Iterator[Section]:
    """Yield the sections of a claim.

    Args:
        number: its number in the brief.
        found: the claim.
        cited: what has been cited so far.
        of: how many claims the brief tells.
    """
    claim, most = found.claim, max(LEAST, MOST // of)
    title = flat([f"Claim {number}: ", Name(claim.title)])
    notes = (_left_out(found),) if found.left_out else ()
    yield Section(title, 2, tuple(_standing(claim, cited)), notes, claim.id, len(claim.statements))
    parts = (
        ("Who says so", _saying(claim, cited, most)),
        ("Who denies, dismisses, doubts or does not confirm it", _challenging(claim, cited, most)),
        ("Others who speak of it", _others(claim, cited)),
        ("Numbers and days", _figures(claim, cited)),
        ("Claims beside it", _beside(found, cited)),
    )
    for heading, sentences in parts:
        held = tuple(sentences)
        if held:
            yield Section(flat([heading]), 3, held, claim=claim.id)


def _left_out(found: ClaimMaterial) -> str:
    n, challenges = found.left_out, found.challenges_left_out
    among = f", {challenges:,} of which deny, dismiss, doubt or do not confirm it" if challenges else ""
    return f"Left out, since no person has reviewed {'it' if n == 1 else 'them'}: {some(n, 'statement')}{among}."


def _standing(claim: Claim, cited: Citations) -> Iterator[Sentence]:
    """Yield how a claim stands, in sentences of a line."""
    yield cited.sentence(support(claim, cited), ".")
    opposed = against(claim, cited)
    if opposed:
        yield cited.sentence(opposed, ".")
    for names, lead in (
        (claim.standing.stated_by, "Officially stated by "),
        (claim.standing.acknowledged_by, "Acknowledged, on either side of what is claimed, by "),
    ):
        found = [(name, said) for name in names if (said := _stating(claim, name)) is not None]
        items = listed(found, lambda told: [Name(told[0]), cited.of(told[1])])
        if items:
            yield cited.sentence(lead, series(items), ".")
    ahead = _outcome(claim, cited)
    if ahead:
        yield cited.sentence(ahead, ".")


def support(claim: Claim, cited: Citations, most: int = LISTED) -> Piece:
    """Return how many independent origins say so, and which, so many of them by name."""
    items = _families(claim)
    n, kind = claim.independent_origins, claim.standing.support
    if not items or kind is Support.UNSOURCED:
        return _unsourced(claim, cited, most)
    same = f", counted as {n:,}, since some may be the same people" if len(items) > n else ""
    if kind is Support.REPEATED:
        return [
            "groups of sources behind several doors say so, whose independence is not established: ",
            voices(items, cited, most),
        ]
    if n == 1 and not same:
        return ["one origin says so: ", voices(items, cited, most)]
    verb = "say" if n != 1 else "says"
    return [f"{counted(n, 'independent origin')} {verb} so{same}: ", voices(items, cited, most)]


def _unsourced(claim: Claim, cited: Citations, most: int) -> Piece:
    saying = [s for s in claim.statements if _says_so(s)]
    chosen = _each_once(saying or claim.statements, cited)
    names = voices(chosen, cited, most)
    if saying:
        return ["no origin that counts says so; it is told by ", names]
    return ["nobody says so outright; it is spoken of by ", names]


def against(claim: Claim, cited: Citations, most: int = LISTED) -> Piece:
    """Return who challenges a claim, stance by stance, so many of each by name; nothing where nobody does."""
    groups: list[Piece] = []
    for stance in CHALLENGING:
        held = _each_once([s for s in _challenges(claim) if s.stance is stance], cited)
        if held:
            groups.append([voices(held, cited, most), f" {does_bare(held[0])}"])
    return [["; " if n else "", group] for n, group in enumerate(groups)] if groups else ""


def does_bare(said: Said) -> str:
    """Return what somebody does, without the condition: of several the first may have one and the others none."""
    return does(said).removesuffix(", but only under a condition")


def _each_once(said: Sequence[Said], cited: Citations) -> list[Said]:
    """Return the first statement of each who speaks."""
    found: dict[tuple[object, ...], Said] = {}
    for s in said:
        found.setdefault(flat([who(s, cited)]), s)
    return list(found.values())


def _challenges(claim: Claim) -> list[Said]:
    told = {c.statement for c in claim.standing.challenges}
    return [s for s in claim.statements if s.anchor in told]


def _counted(claim: Claim) -> list[tuple[Origin, list[Said]]]:
    """Return the origins that count, each with the statements that say so."""
    by_anchor = {s.anchor: s for s in claim.statements}
    found = []
    for origin in claim.origins:
        held = [by_anchor[a] for a in origin.statements if a in by_anchor]
        held = [s for s in held if s.root is not None and s.root.counted]
        if origin.counted and held:
            found.append((origin, held))
    return found


def _families(claim: Claim) -> list[Said]:
    """Return the first statement of each family that counts."""
    first: dict[str, Said] = {}
    for origin, held in _counted(claim):
        first.setdefault(origin.family, held[0])
    return list(first.values())


def _says_so(said: Said) -> bool:
    return said.stance is Stance.ASSERTS and not said.condition and not said.beside


def _stating(claim: Claim, name: str) -> Said | None:
    """Return the first statement by which a state, body or person says so itself."""
    for s in claim.statements:
        if _says_so(s):
            root = s.root.name if s.root is not None else None
            if name in (s.speaks_for, s.source, root):
                return s
    return None


def foreseen(claim: Claim) -> list[Said]:
    """Return the statements that foresee what is claimed."""
    return [s for s in claim.statements if s.stance in _FORESEEING and not s.beside]


def _outcome(claim: Claim, cited: Citations) -> Piece:
    ahead = foreseen(claim)
    if claim.standing.outcome is None or not ahead:
        return ""
    names = voices(_each_once(ahead, cited), cited)
    match claim.standing.outcome:
        case Outcome.CONDITIONAL:
            return ["foreseen only under a condition, by ", names]
        case Outcome.EXPECTED:
            return ["foreseen by ", names, "; nothing in this record says that it has come about"]
        case Outcome.PASSED:
            return [
                "foreseen by ", names, "; the day named has passed, and nothing in this record says that it came about",
            ]  # fmt: skip
        case Outcome.REALISED:
            done = [s for s in claim.statements if _tells_done(s, ahead[0])]
            later = voices(_each_once(done, cited), cited, 3)
            return ["foreseen by ", names, *([", and told as done by ", later] if done else [])]


def _tells_done(said: Said, ahead: Said) -> bool:
    if not _says_so(said) or said.imprint.public_on < ahead.imprint.public_on:
        return False
    return said.fact is not None and said.fact.own and said.fact.phase != "to come"


def _saying(claim: Claim, cited: Citations, most: int) -> Iterator[Sentence]:
    """Yield each origin that counts with its first words, and where else it is told; of more than so many who speaks."""
    origins = [held for _, held in _counted(claim)]
    named = LISTED if most == MOST else AGAIN
    for held in origins[:most]:
        yield cited.sentence(told(held[0], cited))
        rest = held[1:]
        if rest:
            items = listed(rest, lambda s: [_outlet(s), cited.of(s)], named)
            lead = "The same origin is told once more, in " if len(rest) == 1 else "The same origin is told again in "
            yield cited.sentence(lead, series(items), "; that adds none.")
    others = [held[0] for held in origins[most:]]
    if others:
        verb = "says" if len(others) == 1 else "say"
        yield cited.sentence(f"{counted(len(others), 'more origin')} {verb} so: ", voices(others, cited), ".")


def _outlet(said: Said) -> Piece:
    return Name(said.imprint.outlet) if said.imprint.outlet else "a document whose outlet is not known"


def _challenging(claim: Claim, cited: Citations, most: int) -> Iterator[Sentence]:
    """Yield each challenge with its words; of more than can be told one by one who makes them."""
    held = _challenges(claim)
    held.sort(key=lambda s: CHALLENGING.index(s.stance) if s.stance in CHALLENGING else len(CHALLENGING))
    yield from _told(held[:most], cited)
    rest = held[most:]
    if rest:
        names = voices(rest, cited)
        yield cited.sentence(f"{some(len(rest), 'more statement')} challenge it: ", names, ".")


def _told(said: Sequence[Said], cited: Citations) -> Iterator[Sentence]:
    """Yield statements one by one, those in the same words of the same source, as reprints have them, together."""
    groups: dict[tuple[object, ...], list[Said]] = {}
    for s in said:
        words = " ".join(" ".join(cited.quote(s).texts).split()).casefold()
        groups.setdefault((flat([who(s, cited)]), s.stance, s.condition, words), []).append(s)
    for first, *rest in groups.values():
        sentence = told(first, cited)
        if rest:
            also = listed(rest, lambda s: [_outlet(s), cited.of(s)])
            sentence += [" In the same words also in ", series(also), "."]
        yield cited.sentence(sentence)


def _others(claim: Claim, cited: Citations) -> Iterator[Sentence]:
    """Yield who else speaks of it, by why that counts as no origin; what lies ahead and no comments in their own words."""
    used = {s.anchor for _, held in _counted(claim) for s in held} | {c.statement for c in claim.standing.challenges}
    rest = [s for s in claim.statements if s.anchor not in used]
    spelt = [s for s in rest if not s.beside and (s.condition or s.stance not in (Stance.ASSERTS, None))]
    yield from _told(spelt[:LISTED], cited)
    listed = {s.anchor for s in spelt[:LISTED]}
    groups: dict[str, list[Said]] = {}
    for s in rest:
        if s.anchor not in listed:
            groups.setdefault(_why(s), []).append(s)
    for why, said in groups.items():
        names = voices(_each_once(said, cited), cited)
        lead = "One more statement is" if len(said) == 1 else f"{counted(len(said), 'more statement')} are"
        yield cited.sentence(f"{lead} not counted, {why}: ", names, ".")


def _why(said: Said) -> str:
    if said.beside:
        return _NOT_COUNTED["tells something beside it"]
    if said.root is None:
        return "since no source is told" if writes_itself(said) else "since where it comes from is not recorded"
    return _NOT_COUNTED.get(said.root.rule, f"by the rule “{said.root.rule}”")


def _figures(claim: Claim, cited: Citations) -> Iterator[Sentence]:
    """Yield the numbers and days given, side by side where they cannot all hold."""
    by_anchor = {s.anchor: s for s in claim.statements}
    kinds = list(dict.fromkeys(f.kind for f in claim.figures))
    for kind in sorted(kinds, key=lambda k: (k == "day", k)):
        given = [f for f in claim.figures if f.kind == kind]
        noun = {"number": "number", "day": "time"}.get(kind, f"amount in {kind}")
        items = listed(given, lambda f: _given(f, by_anchor, cited))
        if len(given) == 1:
            yield cited.sentence(f"One {noun} is told: ", series(items), ".")
        elif any(apart(a, b) for a, b in combinations(given[:100], 2)):
            plural = noun.replace(noun.split()[0], f"{noun.split()[0]}s", 1)
            yield cited.sentence(f"Different {plural} are told, which cannot all hold: ", series(items), ".")
        else:
            yield cited.sentence(f"The {noun} is told more and less closely: ", series(items), ".")


def _given(figure: Figure, by_anchor: dict[str, Said], cited: Citations) -> Piece:
    said = [by_anchor[a] for a in figure.statements if a in by_anchor]
    names = voices(_each_once(said, cited), cited, 3)
    return [figure_in_words(figure), ", by ", names]


def apart(a: Figure, b: Figure) -> bool:
    """Whether two numbers, or two days, cannot both hold."""

    def before(low: object, high: object) -> bool:
        if low is None or high is None:
            return False
        return str(high) < str(low) if isinstance(low, str) else float(str(high)) < float(str(low))

    return before(a.low, b.high) or before(b.low, a.high)


def _beside(found: ClaimMaterial, cited: Citations) -> Iterator[Sentence]:
    for lead, others in (
        ("Cannot both hold with it: ", found.contradicted),
        ("Told more closely, or less: ", found.refined),
    ):
        for other in others[:LISTED]:
            yield cited.sentence(lead, _other(other, cited), ".")


def _other(beside: Beside, cited: Citations) -> Piece:
    names = voices(_each_once(beside.claim.statements, cited), cited, 3)
    reasons = f" ({', '.join(beside.reasons)})" if beside.reasons else ""
    opposed = against(beside.claim, cited)
    return ["“", Name(beside.claim.title), "”, told by ", names, reasons, *(["; ", opposed] if opposed else [])]
