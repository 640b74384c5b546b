"""Loads a list from text."""

import io

from onrecord.records.listings import Fault, Listing, ListName
from onrecord.screening import load_list


def load(which: ListName, *files: str | bytes) -> tuple[list[Listing], list[str]]:
    """Return the parties of files named ``0``, ``1``..., and the faults as lines."""
    given = [(str(k), io.BytesIO(f.encode() if isinstance(f, str) else f)) for k, f in enumerate(files)]
    entries = list(load_list(which, given))
    return [e for e in entries if isinstance(e, Listing)], [str(e) for e in entries if isinstance(e, Fault)]
