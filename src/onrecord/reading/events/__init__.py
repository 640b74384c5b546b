"""Events: what is said to be done with arms and with measures, by whom, to whom, when, and how sure each voice is."""

from onrecord.reading.events.factuality import Factuality
from onrecord.reading.events.find import Finder, FoundEvent

__all__ = ["Factuality", "Finder", "FoundEvent"]
