"""The API for programs, version 1; each module holds a ``router``."""
