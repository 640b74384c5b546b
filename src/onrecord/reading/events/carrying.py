"""Roles the sentence leaves out because the words just before have told them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.reading.events.fillers import Fillers
from onrecord.reading.events.found import FoundEvent

__all__ = ["carry_roles"]

PAIRS = {"transfer_arms": ("supplier", "recipient"), "impose_measure": ("imposer", "target")}
"""Frames whose two sides are carried on."""
BEFORE = 1
"""Sentences back that may tell a side which an event leaves out, at most."""
Roles = Mapping[str, tuple[int, ...]]


def carry_roles(events: Sequence[FoundEvent], fillers: Fillers) -> list[FoundEvent]:
    """Return events with the sides they share with the last event of their frame, where the text leaves one out.

    Of "Iran sold drones to Russia. The sales began in May" the second sentence has both sides from the first; a side told
    otherwise ("the sales to Chile began") stays, and then nothing is carried.
    """
    done: list[FoundEvent] = []
    for event in events:
        pair = PAIRS.get(event.frame)
        lacking = pair is not None and not all(event.roles.get(role) for role in pair)
        done.append(_completed(event, pair, done, fillers) if pair is not None and lacking else event)
    return done


def _completed(event: FoundEvent, pair: tuple[str, str], done: Sequence[FoundEvent], fillers: Fillers) -> FoundEvent:
    tree = fillers.tree
    for earlier in reversed(done):
        if tree.sentence_of[event.head] - tree.sentence_of[earlier.head] > BEFORE:
            return event
        if earlier.frame != event.frame or not _same(event.roles, earlier.roles, pair, fillers):
            continue
        told = {role: earlier.roles[role] for role in pair if role not in event.roles and role in earlier.roles}
        if told:
            return replace(event, roles={**event.roles, **told})
    return event


def _same(roles: Roles, earlier: Roles, pair: tuple[str, str], fillers: Fillers) -> bool:
    """Whether what both events tell of their sides agrees, and no one would be on both sides."""
    here = {role: _names(roles, role, fillers) for role in pair}
    there = {role: _names(earlier, role, fillers) for role in pair}
    agree = all(not here[role] or not there[role] or here[role] == there[role] for role in pair)
    return agree and not here[pair[0]] & there[pair[1]] and not here[pair[1]] & there[pair[0]]


def _names(roles: Roles, role: str, fillers: Fillers) -> set[str]:
    return {fillers.name(k) for k in roles.get(role, ())}
