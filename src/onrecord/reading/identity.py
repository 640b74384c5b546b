"""Entities with identity: who and what a text names, what the registers know of them."""

from collections.abc import Callable, Iterable, Sequence

from onrecord.reading.arms import ArmsMention
from onrecord.reading.coreference import Cluster, Form
from onrecord.reading.places import Places
from onrecord.records import Entity, EntityKind, Passage, Span
from onrecord.registers import How, Weapon, Weapons, people

__all__ = ["Identities"]


class Identities:
    """Numbers the entities of one document and tells what the registers know of each.

    Attributes:
        of_cluster: id by the number of a cluster of names.
        of_weapon: id by the name of a weapon.
    """

    def __init__(self, clusters: Sequence[Cluster], arms: Sequence[ArmsMention], places: Places) -> None:
        """Take the named clusters and the weapons named; a name that is nothing but a weapon's is the weapon."""
        self.places, self.arms = places, arms
        within = [m.span for m in arms if not m.weapon.is_kind]
        self.clusters = [c for c in clusters if not _all_within(c, within)]
        firsts: list[tuple[int, int, int | str]] = [(_first(c), 0, c.number) for c in self.clusters]
        seen: dict[str, int] = {}
        for mention in arms:
            seen.setdefault(mention.weapon.name, mention.span[0])
        firsts += [(start, 1, name) for name, start in seen.items()]
        ids = {key: f"n{n}" for n, (_, _, key) in enumerate(sorted(firsts, key=lambda x: x[:2]), 1)}
        self.of_cluster = {key: id_ for key, id_ in ids.items() if isinstance(key, int)}
        self.of_weapon = {key: id_ for key, id_ in ids.items() if isinstance(key, str)}

    def weapon_in(self, span: Span) -> str | None:
        """Return the id of the last weapon named in a range of words: "Fateh-110 missiles" are missiles by that name."""
        inside = [m for m in self.arms if span[0] <= m.span[0] and m.span[1] <= span[1]]
        systems = [m for m in inside if not m.weapon.is_kind] or inside
        return self.of_weapon[systems[-1].weapon.name] if systems else None

    def entities(self, passage: Callable[[Iterable[Span]], Passage], table: Weapons) -> tuple[Entity, ...]:
        """Return the entities in the order of their first mention."""
        found = [self._named(c, passage) for c in self.clusters if c.kind is not None and c.name is not None]
        by_weapon: dict[str, list[ArmsMention]] = {}
        for mention in self.arms:
            by_weapon.setdefault(mention.weapon.name, []).append(mention)
        found += [self._weapon(table.by_name[name], ms, passage, table) for name, ms in by_weapon.items()]
        return tuple(sorted(found, key=lambda e: int(e.id[1:])))

    def _named(self, cluster: Cluster, passage: Callable[[Iterable[Span]], Passage]) -> Entity:
        mentions = tuple(passage([m.span]) for m in cluster.mentions if m.form is Form.NAME)
        name, kind = _as_written(str(cluster.name), mentions), cluster.kind or EntityKind.PLACE
        state, known = self._known(name, kind)
        found = self.places.voices.gazetteer.state(state) if state is not None else None
        iso = found.state.iso if found is not None else None
        return Entity(self.of_cluster[cluster.number], name, kind, iso, mentions, None, known, None)

    def _known(self, name: str, kind: EntityKind) -> tuple[str | None, str | None]:
        """Return the state something belongs to and its name in the register, of what the register knows."""
        gazetteer = self.places.voices.gazetteer
        if kind is EntityKind.PERSON:
            full = people().resolve(name) if " " in name else None
            holder = people().named(full, self.places.document.published_on) if full is not None else None
            state = holder.speaks_for if holder is not None else None
            return (state if state is not None and gazetteer.state(state) is not None else None), full
        met = gazetteer.state(name)
        if met is not None:
            return met.state.name, met.state.name if met.how in (How.NAME, How.ALIAS) else None
        entry = gazetteer.body(name) or gazetteer.outlet(name)
        return (entry.state, entry.name) if entry is not None else (None, None)

    def _weapon(
        self,
        weapon: Weapon,
        mentions: Sequence[ArmsMention],
        passage: Callable[[Iterable[Span]], Passage],
        table: Weapons,
    ) -> Entity:
        item = (("wikidata", weapon.wikidata),) if weapon.wikidata is not None else None
        words = tuple(passage([m.span]) for m in mentions)
        kinds = tuple(w.name for w in table.line(weapon)[1:])
        return Entity(
            self.of_weapon[weapon.name], weapon.name, EntityKind.WEAPON, None, words, item, weapon.name, kinds
        )


def _first(cluster: Cluster) -> int:
    return min(m.span[0] for m in cluster.mentions if m.form is Form.NAME)


def _all_within(cluster: Cluster, spans: Sequence[Span]) -> bool:
    """Whether every mention of a name lies in the name of a weapon."""
    names = [m.span for m in cluster.mentions if m.form is Form.NAME]
    return all(any(a <= x and y <= b for a, b in spans) for x, y in names)


def _as_written(name: str, mentions: Sequence[Passage]) -> str:
    """Return a name in capitals as the text writes it elsewhere: the "NIS" of a dateline is Nis, and no agency."""
    written = (m.text for m in mentions if m.text is not None and m.text.casefold() == name.casefold())
    return next((text for text in written if not text.isupper()), name) if name.isupper() else name
