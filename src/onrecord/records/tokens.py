"""Who may read and write through the web: by tokens, of which a ledger keeps only the hash."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Scope", "Token"]


class Scope(StrEnum):
    """What a token allows."""

    READ = "read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as a ledger lists it, without its secret.

    Attributes:
        id: its number.
        name: whose it is; decisions made with it bear this name.
        scope: what it allows; writing allows reading too.
        created_at: when it was made, ISO 8601 in UTC.
        expires_at: when it ends; None: never.
        revoked_at: when it was taken back; None: not.
    """

    id: int
    name: str
    scope: Scope
    created_at: str
    expires_at: str | None
    revoked_at: str | None

    def holds_at(self, moment: str) -> bool:
        """Whether it is good at a moment, ISO 8601 in UTC."""
        return self.revoked_at is None and (self.expires_at is None or moment < self.expires_at)
