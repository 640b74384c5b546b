"""Events: what is said to be done with arms and with measures, by whom, to whom, when, and how sure each voice is."""

from onrecord.reading.events.build import build_events, with_events

__all__ = ["build_events", "with_events"]
