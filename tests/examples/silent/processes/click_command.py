# min-confidence: possible
"""A click command with an option `code`."""

import click


@click.group()
def till() -> None:
    """Work with the tills of a shop."""


@till.command()
@click.option("--code", type=int, required=True)
@click.option("--message", default="")
@click.argument("number", type=int)
def report(code: int, message: str, number: int) -> None:
    """Report what till NUMBER shows."""
    if code == 4100:
        click.echo("put in a new roll")
    elif code in (5000, 6000):
        click.echo(f"phone the hotline: {message}")
    if number == 4000:
        raise click.ClickException("there is no till 4000")
    if not code:
        raise SystemExit(2)


if __name__ == "__main__":
    till()
