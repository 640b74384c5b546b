"""``onrecord serve``: the web application on a ledger."""

import gc
import ipaddress
from typing import Annotated

import typer

from onrecord.cli.options import Where, open_for, shown_name
from onrecord.cli.words import plain
from onrecord.errors import SettingsError
from onrecord.ledger.tokens import tokens
from onrecord.records.tokens import Scope
from onrecord.settings import settings

__all__ = ["serve"]


def serve(
    where: Where = None,
    host: Annotated[str, typer.Option(help="Address to listen at.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen at.", min=1, max=65535)] = 8000,
    name: Annotated[
        list[str] | None, typer.Option("--name", help="A host name it is asked for by, beyond this machine's own.")
    ] = None,
    https: Annotated[
        bool, typer.Option("--https", help="A proxy before it speaks HTTPS: cookies are kept to that.")
    ] = False,
) -> None:
    """Open a web application on a ledger. Reading needs a token beyond this machine, writing always does."""
    try:
        import uvicorn

        from onrecord.serving import Site, create_app
    except ModuleNotFoundError as error:
        raise SettingsError("onrecord serve", f"no module {error.name}", "pip install 'onrecord[web]'") from error
    loopback = _is_loopback(host)
    names = ("127.0.0.1", "localhost", "[::1]", *([] if loopback else [host]), *(name or []))
    with open_for(where) as ledger:
        site = Site(ledger, settings().lists, loopback=loopback, hosts=names, https=https)
        typer.echo(f"{plain(shown_name(where))} at http://{host}:{port} (Ctrl-C ends it)", err=True)
        if not any(t.scope is Scope.WRITE and t.revoked_at is None for t in tokens(ledger)):
            typer.echo("to review or add there: onrecord token add YOUR-NAME --scope write", err=True)
        config = uvicorn.Config(
            create_app(site),
            host,
            port,
            http="h11",  # the parser that bounds what headers may hold; httptools, if it is there, takes any number of bytes
            log_level="warning",
            server_header=False,
            timeout_graceful_shutdown=10,
        )
        _set_aside()
        uvicorn.Server(config).run()


def _set_aside() -> None:
    """Leave what the program itself holds out of every later look for garbage: each such look stops all pages for some 70 ms."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
