"""`clb-migrate clean`: delete the facts that are kept from run to run."""

from __future__ import annotations

import click

from clb_migrate.cache import Cache
from clb_migrate.cli.configuring import in_force
from clb_migrate.cli.help import Command
from clb_migrate.cli.options import cache_folder


@click.command(
    cls=Command,
    short_help="Delete the cache.",
    examples={"clb-migrate clean": "Delete what earlier runs kept, whatever project."},
)
@cache_folder
def command(*, cache_dir: str) -> int:
    """Delete the cache: facts about files, which the next check makes anew."""
    in_force()  # A folder that could not be read of must not make another one go.
    count = Cache(cache_dir).clean()
    told = f"{count} entries deleted from" if count else "nothing kept in"
    click.echo(f"{told} {cache_dir}")
    return 0
