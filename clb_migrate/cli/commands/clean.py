"""`clb-migrate clean`: delete the facts that are kept from run to run."""

from __future__ import annotations

import click

from clb_migrate.cache import Cache, default_folder
from clb_migrate.cli import completing
from clb_migrate.cli.help import Command


@click.command(
    cls=Command,
    short_help="Delete the cache.",
    examples={"clb-migrate clean": "Delete what earlier runs kept, whatever project."},
)
@click.option(
    "--cache-dir",
    metavar="FOLDER",
    shell_complete=completing.folders,
    help="The folder, if it is not the usual one.",
)
def command(*, cache_dir: str | None) -> int:
    """Delete the cache: facts about files, which the next check makes anew."""
    folder = cache_dir or default_folder()
    count = Cache(folder).clean()
    click.echo(f"{count} entries deleted from {folder}" if count else f"nothing kept in {folder}")
    return 0
