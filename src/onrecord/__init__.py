"""onrecord: who said what, on whose word, and what still stands."""

__version__ = "0.1.0"
