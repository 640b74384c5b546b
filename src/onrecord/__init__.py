"""onrecord: who said what, on whose word, and what still stands."""

from onrecord.flow.reading import read, read_words
from onrecord.version import __version__

__all__ = ["__version__", "read", "read_words"]
