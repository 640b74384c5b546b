"""Time expressions with their days. The door is ``find_dates``."""

from onrecord.reading.dates.find import FoundDate, find_dates

__all__ = ["FoundDate", "find_dates"]
