"""Pages for people; each module holds a ``router``."""
