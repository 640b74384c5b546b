"""Events: what is said to be done with arms and with measures, by whom, to whom, when, and how sure each voice is."""

from onrecord.reading.events.build import EventBuilder, with_events

__all__ = ["EventBuilder", "with_events"]
