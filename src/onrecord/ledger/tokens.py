"""Tokens of those who read and write through the web. A ledger keeps a hash of each; the secret is told once.

A secret has 256 random bits, so that one round of SHA-256 is enough: there is nothing to be guessed.
"""

import hashlib
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, insert, select, update

from onrecord.errors import AnchorError, NotTextError
from onrecord.ledger import schema as t
from onrecord.ledger.coding import now
from onrecord.ledger.ledger import Ledger
from onrecord.records.tokens import Scope, Token

__all__ = ["holder", "issue", "revoke", "tokens"]

PREFIX = "onr_"
"""Before every secret, so that it is known for one where it has been left lying about."""
LONGEST = 200
"""Characters a name may have."""


def issue(ledger: Ledger, name: str, scope: Scope, *, days: int | None = None) -> tuple[str, Token]:
    """Make a token; its secret, which is not kept, and how it is listed.

    Args:
        ledger: the ledger.
        name: whose it is.
        scope: what it allows.
        days: how long it is good; None: until it is revoked.

    Raises:
        NotTextError: the name is none, or too long.
    """
    told = " ".join(name.split())
    if not told or len(told) > LONGEST or not told.isprintable():
        raise NotTextError("the name of a token", repr(name[:40]), f"1 to {LONGEST} characters that can be printed")
    secret = PREFIX + secrets.token_urlsafe(32)
    ends = None if days is None else (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    with ledger.writing() as writer:
        number = int(writer.connection.execute(select(func.max(t.tokens.c.id))).scalar() or 0) + 1
        token = Token(number, told, scope, now(), ends, None)
        row = {
            "id": number,
            "name": told,
            "scope": scope.value,
            "hashed": _hash(secret),
            "created_at": token.created_at,
            "expires_at": ends,
        }
        writer.connection.execute(insert(t.tokens), [row])
    return secret, token


def revoke(ledger: Ledger, number: int) -> Token:
    """Take a token back; it stays in the list.

    Raises:
        AnchorError: there is none of this number, or it has been taken back.
    """
    c = t.tokens.c
    with ledger.writing() as writer:
        open_ = (c.id == number, c.revoked_at.is_(None))
        if not writer.connection.execute(update(t.tokens).where(*open_).values(revoked_at=now())).rowcount:
            raise AnchorError(
                str(number), "the number of no token that is in use", "one that `onrecord token list` prints"
            )
        row = writer.connection.execute(select(t.tokens).where(c.id == number)).one()
    return _token(row)


def tokens(ledger: Ledger) -> list[Token]:
    """Return every token, those revoked and expired too."""
    with ledger.reading() as reader:
        return [_token(row) for row in reader.connection.execute(select(t.tokens).order_by(t.tokens.c.id))]


def holder(ledger: Ledger, secret: str) -> Token | None:
    """Return the token that a secret is of; None where it is none, revoked or expired."""
    with ledger.reading() as reader:
        asked = select(t.tokens).where(t.tokens.c.hashed == _hash(secret))
        row = reader.connection.execute(asked).first()
    found = _token(row) if row is not None else None
    return found if found is not None and found.holds_at(now()) else None


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def _token(row: Row[Any]) -> Token:
    return Token(row.id, row.name, Scope(row.scope), row.created_at, row.expires_at, row.revoked_at)
