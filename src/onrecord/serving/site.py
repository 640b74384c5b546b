"""What the whole application goes by, and how a request finds it."""

from dataclasses import dataclass, field
from pathlib import Path

from starlette.requests import Request

from onrecord.ledger import Ledger
from onrecord.serving.limits import Limiter

__all__ = ["Site", "site_of"]


@dataclass(frozen=True, slots=True)
class Site:
    """What a server serves, and to whom.

    Attributes:
        ledger: the ledger, open.
        lists: folder of the sanctions lists.
        loopback: whether only this machine can reach it; then reading needs no token.
        hosts: names under which it may be asked for; a request for another name is refused, whatever its address.
        https: whether those who ask come by HTTPS, so that cookies are kept to it.
        most: bytes that may be sent to it at once.
        limiter: how often who may ask for what costs much.
    """

    ledger: Ledger
    lists: Path
    loopback: bool = True
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    https: bool = False
    most: int = 8_000_000
    limiter: Limiter = field(default_factory=Limiter)


def site_of(request: Request) -> Site:
    """Return the site that a request is to."""
    found: Site = request.app.state.site
    return found
