"""How foreign text becomes one clean line: in a message, in a title."""

__all__ = ["READABLE", "one_line", "printable"]

READABLE = "plain text, Markdown or HTML"
"""What the command line reads, as a message puts it."""

_LONGEST = 200
_CONTROLS: dict[int, str | None] = {
    **dict.fromkeys((*range(32), 127, *range(0xD800, 0xE000))),
    **{code: bytes([code]).decode("cp1252", "ignore") for code in range(128, 160)},
}
"""What no title holds: controls and lone surrogates. Browsers show ``&#146;`` and its kin as the Windows-1252
characters that were meant, and so does this."""


def printable(text: str) -> str:
    """Return ``text`` fit for one line of a message.

    What does not print (control characters, line ends, direction marks, lone surrogates) is escaped, so that an input
    can neither break the line nor disguise it; more than 200 characters are cut, and an empty text shows as ``''``.
    """
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    shown = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in cut)
    return shown or "''"


def one_line(text: str) -> str:
    """Return ``text`` as one line: runs of white space are one space, control characters are gone."""
    return " ".join(" ".join(text.split()).translate(_CONTROLS).split())
