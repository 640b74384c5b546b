"""What adds no family: copies, relays, further voices of one body, reactions, hearsay, retractions."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.stories.facts import MEASURES
from benchmarks.stories.lexicon import Outlet, party
from benchmarks.stories.plan import Item, Piece, Plan
from benchmarks.stories.vouching import slug

__all__ = ["answer", "echo", "mention", "merge"]

EVENT_ANSWERS = {"denies": 40, "denies_general": 12, "denies_scoped": 12, "dismisses": 16, "declines": 20}
FIRM_ANSWERS = {"dismisses": 40, "declines": 60}
OTHERS = {"withholds": 40, "doubts": 25, "conditional": 35}
PUBLIC = ("intelligence", "forces", "announced", "admission", "commits", "analysts")
STANCE = {"denies_general": "denies", "denies_scoped": "denies"}
MAX_PIECES = 20
PARLIAMENTS = (
    "us",
    "uk",
    "germany",
    "france",
    "poland",
    "israel",
    "japan",
    "south_korea",
    "india",
    "ukraine",
    "armenia",
)
HOLLOW = ("unsourced", "vague")


def merge(plan: Plan) -> None:
    """Let some articles carry two claims: move an article's statement to the end of another of the same days."""
    for piece in list(plan.pieces):
        near = [
            other
            for other in plan.pieces
            if other is not piece and 0 <= (other.day - piece.day).days <= 3 and len(other.items) == 1
            and other.items[0].claim != piece.items[0].claim and other.outlet.agency == piece.outlet.agency
            and other.items[0].kind not in ("unsourced", "vague", "expects_event")
        ]  # fmt: skip
        # A source behind an outlet's own door stays with that outlet.
        movable = len(piece.items) == 1 and piece.items[0].kind in PUBLIC
        if not near or not movable or len(plan.pieces) <= 5 or plan.rng.random() > 0.3:
            continue
        host, item = plan.rng.choice(near), piece.items[0]
        host.items.append(item)
        if item.said:
            item.said = min(item.said, host.day)
        plan.pieces.remove(piece)
        for rows in plan.vouched:
            rows[:] = [(host if p is piece else p, family) for p, family in rows]


def answer(plan: Plan) -> None:
    """Let those concerned answer inside the articles that make a claim known."""
    for piece in [p for p in plan.pieces if p.items]:
        first = piece.items[0]
        few = first.kind not in (*PUBLIC, "sources", "officials", "document", "company", "expects")
        if first.kind == "expects_event" or (few and plan.rng.random() < 0.75):
            continue
        for _ in range(plan.rng.choices((0, 1, 2), (40, 44, 16))[0]):
            made = _answer(plan, first.claim, piece.day)
            if made and all(i.origin.family != made.origin.family for i in piece.items):
                # Right behind the claim it answers, before whatever else the article goes on to.
                last = max(n for n, i in enumerate(piece.items) if i.claim == first.claim)
                piece.items.insert(last + 1, made)


def _answer(plan: Plan, claim: int, day: date) -> Item | None:
    rng, facts = plan.rng, plan.claims[claim]
    if facts.frame in MEASURES:
        if slug(facts.firm) in _spoken(plan, claim, day):
            return None
        if rng.random() < 0.6 or facts.imposer in _spoken(plan, claim, day):
            kind = rng.choices(list(FIRM_ANSWERS), list(FIRM_ANSWERS.values()))[0]
            voice = plan.cast.firm(facts.firm, party(facts.a).people)
            origin = plan.origin(claim, slug(facts.firm), f"{facts.firm}, asked", counts=False)
            return Item(claim, kind, kind, origin, voice, said=day)
        return _by_state(plan, claim, day, rng.choice(("withholds", "declines")), facts.imposer)
    if rng.random() < 0.65:
        side = rng.choice("aab") if facts.frame != "attack" else rng.choice("abb")
        key = facts.a if side == "a" else facts.b
        if (claim, key) in plan.silent and day >= plan.silent[claim, key]:
            return None
        kind = rng.choices(list(EVENT_ANSWERS), list(EVENT_ANSWERS.values()))[0]
        if kind == "denies_scoped" and facts.frame in ("attack", "seizure"):
            kind = "denies"  # of what was hit or seized on one day no term of office can be the scope
        return _by_state(plan, claim, day, kind, key, side)
    return _by_others(plan, claim, day)


def _by_others(plan: Plan, claim: int, day: date) -> Item | None:
    rng, scenario = plan.rng, plan.scenario
    kind = rng.choices(list(OTHERS), list(OTHERS.values()))[0]
    if kind == "conditional" and plan.claims[claim].frame == "seizure":
        kind = "doubts"  # a seizure is nobody's offence
    if kind == "doubts":
        side = party(rng.choice((*scenario.accusers, *scenario.sanctioners, scenario.a)))
        voice = plan.cast.outsider("experts", side, rng.choice(scenario.bureaux))
        origin = plan.origin(claim, f"expert-{slug(voice.later)}", f"{voice.bare}, own judgement", counts=False)
        return Item(claim, kind, kind, origin, voice, said=day)
    spoken = _spoken(plan, claim, day)
    pool = [s for s in (scenario.neutral if kind == "withholds" else scenario.sanctioners) if s not in spoken]
    return _by_state(plan, claim, day, kind, rng.choice(pool)) if pool else None


def _spoken(plan: Plan, claim: int, day: date) -> set[str]:
    """Return the families that have vouched by a day: no state doubts what it has said."""
    return {family for piece, family in plan.vouched[claim] if piece.day <= day}


def _by_state(plan: Plan, claim: int, day: date, kind: str, key: str, side: str = "a") -> Item:
    listing = plan.claims[claim].frame in MEASURES and key == plan.claims[claim].imposer
    voice = plan.cast.treasury(party(key)) if listing else plan.cast.speaker(party(key))
    origin = plan.origin(claim, key, f"{voice.bare}, for {party(key).name}: {kind.replace('_', ', ')}", counts=False)
    stance = STANCE.get(kind, kind)
    said = day - timedelta(days=plan.rng.choice((0, 0, 1)))
    return Item(claim, kind, stance, origin, voice, said=said, side=side, party=party(key))


def echo(plan: Plan, wanted: int) -> None:
    """Add articles that bring no family until there are as many as wanted."""
    kinds = list(WAYS)
    for _ in range(120):
        before = len(plan.pieces)
        if before >= min(wanted, MAX_PIECES):
            break
        kind = plan.rng.choices(kinds, [WAYS[k][0] for k in kinds])[0]
        roots = [p for p in plan.pieces if p.items and (p.items[0].origin.counts or p.items[0].kind in HOLLOW)]
        for root in plan.rng.sample(roots, len(roots)):
            if root.items[0].origin.counts or kind in ("nameless", "hearsay", "rebuff"):
                WAYS[kind][1](plan, root, root.items[0])
            if len(plan.pieces) > before:
                break


def mention(plan: Plan) -> None:
    """Let some articles recall, in passing, a report about another of the story's claims."""
    for piece in plan.pieces:
        if not piece.items or len(piece.items) > 3 or plan.rng.random() > 0.12:
            continue
        known = [
            p for p in plan.pieces
            if p.items and p.items[0].exclusive and p.day <= piece.day and p.outlet is not piece.outlet
            and all(i.claim != p.items[0].claim for i in piece.items)
        ]  # fmt: skip
        if known:
            root = plan.rng.choice(known)
            _recap(plan, piece, root, root.items[0])


def _soon(plan: Plan, root: Piece, late: float = 0.2) -> date:
    days = plan.rng.randint(6, 24) if plan.rng.random() < late else plan.rng.choice((0, 1, 1, 1, 2, 3))
    return root.day + timedelta(days=days)


def _copy(plan: Plan, root: Piece, _: Item) -> None:
    if root.outlet.agency and sum(p.copy_of is root for p in plan.pieces) < 2:
        day = root.day + timedelta(days=plan.rng.choice((0, 0, 1)))
        plan.pieces.append(Piece(plan.cast.paper(), day, root.city, [], copy_of=root))


def _told(plan: Plan, root: Piece, item: Item, kind: str, chain: tuple[Outlet, ...], **change: object) -> Piece:
    day = _soon(plan, root)
    stance = item.stance
    made = replace(item, kind=kind, stance=stance, chain=chain, told=root.day, said=None, **change)  # type: ignore[arg-type]
    return plan.piece(made, plan.cast.paper(), day)


def _relay(plan: Plan, root: Piece, item: Item) -> None:
    if _relayable(root, item):
        _told(plan, root, item, "relay", (root.outlet,))


def _relayable(root: Piece, item: Item) -> bool:
    """Whether another outlet would name this one as where it has the statement from."""
    return item.exclusive or (root.outlet.agency and item.voice is not None and item.kind in (*PUBLIC, "company"))


def _relay_on(plan: Plan, root: Piece, item: Item) -> None:
    """A relay of a relay: by way of a paper that has passed it on, or of one that is not among the articles."""
    if not _relayable(root, item):
        return
    length = plan.rng.choice((2, 2, 3))
    known = [p for p in plan.pieces if p.items and p.items[0].kind == "relay" and p.items[0].origin is item.origin]
    between: list[Outlet] = [plan.rng.choice(known).outlet] if known and plan.rng.random() < 0.7 else []
    while len(between) < length - 1:
        between.insert(0, plan.cast.paper())
    made = _told(plan, root, item, f"relay{length}", (*between, root.outlet))
    if known:
        made.day = max(made.day, *(p.day for p in known))
        made.items[0].told = max(p.day for p in known)


def _harden(plan: Plan, root: Piece, item: Item) -> None:
    if item.exclusive and item.mood != "future":
        _told(plan, root, item, "harden", (root.outlet,), mood="plain")


def _weaken(plan: Plan, root: Piece, item: Item) -> None:
    if item.exclusive and item.mood != "future" and item.kind != "document":
        _told(plan, root, item, "weaken", (root.outlet,), mood="plain")


def _nameless(plan: Plan, root: Piece, item: Item) -> None:
    """A relay that drops whom it has it from: nothing is left but the outlet's own telling."""
    outlet = plan.cast.paper()
    origin = plan.origin(
        item.claim, f"unsourced-{slug(outlet.cited)}", f"{outlet.cited}: lineage not recorded", counts=False
    )
    stance = "expects" if item.mood == "future" else "asserts"
    told = Item(item.claim, "unsourced", stance, origin, mood="future" if item.mood == "future" else "plain")
    plan.piece(told, outlet, _soon(plan, root, 0.5))


def _again_elsewhere(plan: Plan, root: Piece, item: Item) -> None:
    """A public statement told by another outlet: same speaker, same day, same family."""
    if item.kind in PUBLIC and item.voice and item.kind != "analysts":
        plan.piece(
            replace(item, kind=item.kind), plan.cast.paper(), root.day + timedelta(days=plan.rng.choice((0, 0, 1)))
        )


def _same_body(plan: Plan, root: Piece, item: Item) -> None:
    if item.party and item.kind in ("intelligence", "forces", "officials", "announced"):
        day = root.day + timedelta(days=plan.rng.randint(1, 9))
        origin = plan.origin(item.claim, item.party.key, f"{item.party.name}, once more")
        voice = plan.cast.speaker(item.party)
        made = Item(item.claim, "again", "asserts", origin, voice, said=day, party=item.party)
        plan.piece(made, plan.cast.agency() if plan.rng.random() < 0.6 else plan.cast.paper(), day, item.party.capital)


def _ally(plan: Plan, root: Piece, item: Item) -> None:
    families = {family for _, family in plan.vouched[item.claim]}
    spare = [s for s in plan.scenario.accusers if s not in families and not party(s).group]
    if item.kind != "intelligence" or not item.party or not spare:
        return
    ally, day = party(plan.rng.choice(spare)), root.day + timedelta(days=plan.rng.randint(0, 6))
    about = f"{ally.name}: the same intelligence as {item.party.name}"
    origin = plan.origin(item.claim, item.party.key, about)
    made = Item(
        item.claim, "shared", "asserts", origin, plan.cast.speaker(ally), said=day, party=ally, partner=item.party
    )
    plan.piece(made, plan.cast.agency() if plan.rng.random() < 0.6 else plan.cast.paper(), day, ally.capital)


def _same_people(plan: Plan, root: Piece, item: Item) -> None:
    known = any(p.items and p.items[0].kind == "same_people" and p.items[0].origin is item.origin for p in plan.pieces)
    if item.kind == "sources" and item.mood == "plain" and item.voice and not known:
        made = replace(item, kind="same_people", door=root.outlet, said=None)
        plan.piece(made, plan.cast.paper(), root.day + timedelta(days=plan.rng.randint(1, 8)))


def _on_the_study(plan: Plan, root: Piece, item: Item) -> None:
    families = {family for _, family in plan.vouched[item.claim]}
    spare = [s for s in (*plan.scenario.accusers, *plan.scenario.sanctioners) if s not in families]
    if item.lab and item.kind == "analysts" and spare:
        side, day = party(plan.rng.choice(spare)), root.day + timedelta(days=plan.rng.randint(1, 12))
        made = Item(
            item.claim, "rests_on", "asserts", item.origin, plan.cast.speaker(side), said=day, party=side, lab=item.lab
        )
        plan.piece(made, plan.cast.agency() if plan.rng.random() < 0.5 else plan.cast.paper(), day, side.capital)


def _outcry(plan: Plan, root: Piece, item: Item) -> None:
    facts = plan.claims[item.claim]
    if item.mood == "plain" and facts.frame not in MEASURES:
        sides = [s for s in (*plan.scenario.accusers, *plan.scenario.sanctioners) if s in PARLIAMENTS]
        side = party(plan.rng.choice(sides))
        voice = plan.cast.outsider("politicians", side, plan.rng.choice(plan.scenario.bureaux))
        day = _soon(plan, root)
        origin = plan.origin(
            item.claim, f"politician-{slug(voice.later)}", f"{voice.bare}, no basis stated", counts=False
        )
        made = plan.piece(Item(item.claim, "reaction", "asserts", origin, voice, said=day), plan.cast.paper(), day)
        _recap(plan, made, root, item)


def _rebuff(plan: Plan, root: Piece, item: Item) -> None:
    """An article that opens with a reaction and recalls what it reacts to."""
    day = root.day + timedelta(days=plan.rng.choice((0, 1, 1, 2, 4)))
    reaction = _answer(plan, item.claim, day)
    if reaction and reaction.voice and reaction.kind not in ("denies_general", "declines"):
        outlet = plan.cast.agency() if plan.rng.random() < 0.5 else plan.cast.paper()
        made = plan.piece(reaction, outlet, day)
        _recap(plan, made, root, item)


def _recap(plan: Plan, made: Piece, root: Piece, item: Item) -> None:
    if _relayable(root, item) and root.outlet is not made.outlet:
        made.items.append(replace(item, kind="short", chain=(root.outlet,), told=root.day, said=None))
    elif item.kind in PUBLIC and item.kind != "analysts" and item.voice and (made.day - root.day).days < 6:
        made.items.append(replace(item))
    else:
        origin = plan.origin(
            item.claim, f"unsourced-{slug(made.outlet.cited)}", "background, lineage not recorded", counts=False
        )
        mood = "future" if item.mood == "future" else "plain"
        made.items.append(
            Item(item.claim, "background", "expects" if mood == "future" else "asserts", origin, mood=mood)
        )


def _hearsay(plan: Plan, root: Piece, item: Item) -> None:
    outlet = plan.cast.paper()
    origin = plan.origin(
        item.claim, f"vague-{slug(outlet.cited)}", f"{outlet.cited}: a collective nobody can ask", counts=False
    )
    mood = "future" if item.mood == "future" else "plain"
    made = Item(item.claim, "vague", "expects" if mood == "future" else "asserts", origin, mood=mood)
    plan.piece(made, outlet, _soon(plan, root))


def _withdraw(plan: Plan, root: Piece, item: Item) -> None:
    gone = any(i.kind == "retracts" for p in plan.pieces for i in p.items)
    if item.kind == "sources" and not root.outlet.agency and not gone and item.voice is not None:
        day = root.day + timedelta(days=plan.rng.randint(3, 25))
        origin = plan.origin(item.claim, item.origin.family, f"{root.outlet.cited} withdraws its report", counts=False)
        made = Item(item.claim, "retracts", "retracts", origin, item.voice, told=root.day)
        plan.piece(made, root.outlet, day)


Way = Callable[[Plan, Piece, Item], None]
WAYS: dict[str, tuple[float, Way]] = {
    "copy": (3, _copy), "relay": (3.5, _relay), "relay_on": (3.5, _relay_on), "harden": (2, _harden),
    "weaken": (1.5, _weaken), "nameless": (0.9, _nameless), "elsewhere": (1.5, _again_elsewhere),
    "same_body": (1.5, _same_body), "ally": (1.5, _ally), "same_people": (1.2, _same_people),
    "study": (1.2, _on_the_study), "outcry": (1, _outcry), "rebuff": (2.5, _rebuff), "hearsay": (0.6, _hearsay),
    "withdraw": (2.5, _withdraw),
}  # fmt: skip
