"""Given names with their usual gender."""

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from onrecord.registers.tables import DATA

__all__ = ["given_names"]


@cache
def given_names() -> Mapping[str, str]:
    """Return the usual gender of given names, "f" or "m", by the name in lower case."""
    text = (DATA / "lexicon" / "en" / "given_names.csv").read_text(encoding="utf-8")
    return MappingProxyType({row["name"].lower(): row["gender"] for row in csv.DictReader(text.splitlines())})
