"""Which texts a ledger can hold."""

import re

from onrecord.errors import NotTextError

__all__ = ["check_kept"]

_UNKEPT = re.compile("[\0\ud800-\udfff]")


def check_kept(where: str, *texts: str | None) -> None:
    """Refuse what no database holds.

    Args:
        where: what gave the texts, for the message.
        texts: the texts; None is passed over.

    Raises:
        NotTextError: one of them holds a NUL or half of a surrogate pair.
    """
    if any(text is not None and _UNKEPT.search(text) for text in texts):
        raise NotTextError(where, "a NUL or half of a surrogate pair in the text", "characters of Unicode")
