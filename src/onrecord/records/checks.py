"""What the register of measures says to a measure that a text speaks of."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["CheckAnswer", "Difference", "RegisterCheck"]


class CheckAnswer(StrEnum):
    """Whether a text has a measure right, by the register; ``docs/measures.md`` says when it is which."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    NOT_HELD = "not in the register"
    UNKNOWN = "not known"
    NOT_COMPARED = "not compared"


class Difference(StrEnum):
    """In what a text and the register differ: how it stands, what it is on, when, or whether it binds."""

    STATUS = "status"
    SCOPE = "scope"
    DATE = "date"
    FORCE = "force"


@dataclass(frozen=True, slots=True)
class RegisterCheck:
    """A stated measure held against the register, for one of its imposers.

    Attributes:
        imposer: who imposes it, by the short name; None where the text does not tell or the register has nobody of that name.
        answer: whether the text is right.
        differs: in what it differs; empty unless it disagrees.
        keys: keys of the measures it was compared with and that the answer rests on.
        says: what the register has, in a few words.
        contested: who holds that the register's own entry is otherwise, and what they say.
    """

    imposer: str | None
    answer: CheckAnswer
    differs: tuple[Difference, ...]
    keys: tuple[str, ...]
    says: str
    contested: tuple[str, ...]
