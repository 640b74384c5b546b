"""How much a source may cost."""

import ipaddress
from dataclasses import dataclass

__all__ = ["Limits"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What acquiring one source may take.

    Attributes:
        seconds: wall-clock seconds for a whole fetch: robots.txt, redirects and body together. The operating system's
            name look-up cannot be interrupted; what it takes counts, but only its own resolver bounds it.
        size: bytes one file or page may have; of a page, after decompression too.
        characters: characters of text an article may have; a book's worth, which takes minutes to read.
        redirects: redirects a fetch follows.
        allow: networks (``"10.20.0.0/16"``, ``"127.0.0.1"``) that may be fetched from although they are not public, on
            any port: a newsroom's intranet, a test's own server. Empty by default: only public addresses are reached.
    """

    seconds: float = 20.0
    size: int = 10_000_000
    characters: int = 2_000_000
    redirects: int = 5
    allow: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check the networks.

        Raises:
            ValueError: an entry of ``allow`` is neither an address nor a network.
        """
        for network in self.allow:
            ipaddress.ip_network(network)
