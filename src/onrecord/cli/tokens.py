"""``onrecord token``: who may read and write through the web."""

from dataclasses import asdict
from typing import Annotated

import typer

from onrecord.cli.lists import print_json, print_table
from onrecord.cli.options import AsJson, Where, open_for
from onrecord.cli.words import plain
from onrecord.ledger.tokens import issue, revoke, tokens
from onrecord.records.tokens import Scope, Token

__all__ = ["token"]

token = typer.Typer(
    name="token",
    help="Who may read and write through the web. Only hashes of tokens are kept.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@token.command()
def add(
    name: Annotated[str, typer.Argument(help="Whose it is; decisions made with it bear this name.")],
    scope: Annotated[Scope, typer.Option(help="What it allows; writing allows reading too.")] = Scope.READ,
    days: Annotated[
        int | None, typer.Option(help="How long it is good; else until it is revoked.", min=1, max=3650)
    ] = None,
    where: Where = None,
) -> None:
    """Make a token and print it, once."""
    with open_for(where) as ledger:
        secret, made = issue(ledger, name, scope, days=days)
    typer.echo(f"{_told(made)}; it is printed only now:", err=True)
    typer.echo(secret)


@token.command(name="list")
def list_(where: Where = None, as_json: AsJson = False) -> None:
    """List the tokens, without their secrets."""
    with open_for(where) as ledger:
        found = tokens(ledger)
    if as_json:
        print_json([asdict(one) for one in found])
    elif found:
        rows = [
            (str(o.id), plain(o.name), o.scope.value, o.created_at[:10], (o.expires_at or "")[:10], _state(o))
            for o in found
        ]
        print_table(
            rows, ("", "name", "scope", "made", "ends", "revoked"), narrow=("", "scope", "made", "ends", "revoked")
        )
    else:
        typer.echo("no tokens; `onrecord token add NAME --scope write` makes one")


@token.command(name="revoke")
def revoke_(
    number: Annotated[int, typer.Argument(help="The number that `onrecord token list` prints.")], where: Where = None
) -> None:
    """Take a token back, at once."""
    with open_for(where) as ledger:
        typer.echo(f"{_told(revoke(ledger, number))}: revoked")


def _told(one: Token) -> str:
    until = f", until {one.expires_at[:10]}" if one.expires_at is not None else ""
    return f"token {one.id} for {plain(one.name)}, {one.scope.value}{until}"


def _state(one: Token) -> str:
    return one.revoked_at[:10] if one.revoked_at is not None else ""
