"""Short views of events for the tests of this folder."""

import onrecord
from onrecord.records import Event

__all__ = ["event", "events", "names"]


def events(text: str) -> list[Event]:
    """Return the events of a text."""
    return list(onrecord.read(text).events)


def event(text: str, trigger: str) -> Event:
    """Return the event of a trigger that a text has once."""
    (found,) = [e for e in events(text) if e.trigger.text == trigger]
    return found


def names(found: Event) -> dict[str, list[str]]:
    """Return who plays each role, by name."""
    return {role: [f.name for f in fillers] for role, fillers in found.roles}
