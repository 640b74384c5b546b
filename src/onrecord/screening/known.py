"""Given and family names of the world, and which spellings are of one name (``data/screening/known_names.txt``).

What both sides know is another's name is no slip: "Barker" is not a slip of "Baker", while "Bakre" is.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from onrecord.errors import RegisterError
from onrecord.registers import DATA

__all__ = ["KNOWN_NAMES", "known_names"]

KNOWN_NAMES = DATA / "screening" / "known_names.txt"


@cache
def known_names() -> Mapping[str, frozenset[int]]:
    """Return the names that each folded spelling may write, as row numbers; two spellings that share one write one name.

    Raises:
        RegisterError: the table cannot be read.
    """
    found: dict[str, list[int]] = defaultdict(list)
    try:
        with KNOWN_NAMES.open(encoding="ascii") as lines:
            for number, line in enumerate(lines):
                for spelling in line.split():
                    found[spelling].append(number)
    except (OSError, UnicodeDecodeError) as error:
        raise RegisterError(str(KNOWN_NAMES), str(error), "rows of folded names") from error
    return {spelling: frozenset(numbers) for spelling, numbers in found.items()}
