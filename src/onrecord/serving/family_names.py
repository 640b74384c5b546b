"""What families are called on a page: they are kept folded ("sources of harbour wire"), and read as they are written."""

import re
from collections.abc import Mapping

from onrecord.records import Claim
from onrecord.weighing import official
from onrecord.weighing.origins import DOCUMENTS, SOURCES
from onrecord.weighing.parties import fold

__all__ = ["families_named"]

_WITHIN = re.compile(r" in [0-9a-f]{16}$")
"""How the family of somebody ends whom only one document tells of."""


def families_named(claim: Claim) -> Mapping[str, str]:
    """Return for the families of a claim's origins how they are written."""
    written: dict[str, str] = {}
    for s in claim.statements:
        for name in (s.imprint.outlet, *s.via, s.speaks_for, s.source):
            if name:
                written.setdefault(fold(name), name)
    for o in claim.origins:
        written.setdefault(fold(o.name), o.name)
        if o.family != fold(o.name) and o.name.endswith(")"):
            written.setdefault(fold(o.name.rpartition(" (")[2][:-1]), o.name.rpartition(" (")[2][:-1])
    return {o.family: _named(o.family, written) for o in claim.origins}


def _named(family: str, written: Mapping[str, str]) -> str:
    if "+" in family:
        return " and ".join(_named(part, written) for part in family.split("+"))
    if family.startswith(SOURCES):
        return SOURCES + _named(family.removeprefix(SOURCES), written)
    if family.startswith(DOCUMENTS):
        return _named(family.removeprefix(DOCUMENTS), written)
    plain = _WITHIN.sub("", family)
    return official(plain) or written.get(plain) or plain
