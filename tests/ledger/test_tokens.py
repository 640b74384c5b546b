"""Tokens are kept as hashes, and end when they are revoked or expire."""

import pytest
from sqlalchemy import text

from onrecord.errors import AnchorError, NotTextError
from onrecord.ledger import Ledger
from onrecord.ledger import tokens as kept
from onrecord.records.tokens import Scope


def test_a_token_is_known_by_its_secret_alone(ledger: Ledger) -> None:
    secret, made = kept.issue(ledger, " Ana  Vik ", Scope.WRITE)
    assert (made.name, made.scope) == ("Ana Vik", Scope.WRITE)
    assert kept.holder(ledger, secret) == made == kept.tokens(ledger)[0]
    assert kept.holder(ledger, secret[:-1]) is None
    with ledger.reading() as reader:
        row = reader.connection.execute(text("SELECT * FROM tokens")).one()
    assert secret not in map(str, row)


def test_a_revoked_token_opens_nothing_and_stays_listed(ledger: Ledger) -> None:
    secret, made = kept.issue(ledger, "Ana", Scope.READ)
    other, _ = kept.issue(ledger, "Bo", Scope.READ)
    kept.revoke(ledger, made.id)
    assert kept.holder(ledger, secret) is None
    assert kept.holder(ledger, other) is not None
    assert [t.revoked_at is None for t in kept.tokens(ledger)] == [False, True]
    with pytest.raises(AnchorError, match="the number of no token that is in use"):
        kept.revoke(ledger, made.id)


def test_an_expired_token_opens_nothing(ledger: Ledger) -> None:
    secret, _ = kept.issue(ledger, "Ana", Scope.READ, days=0)
    assert kept.holder(ledger, secret) is None


@pytest.mark.parametrize("name", ["", "  ", "x" * 201, "a\x00b"])
def test_a_name_has_to_be_one(ledger: Ledger, name: str) -> None:
    with pytest.raises(NotTextError, match="characters that can be printed"):
        kept.issue(ledger, name, Scope.READ)
