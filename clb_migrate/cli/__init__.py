"""The command line: a thin shell over `clb_migrate.run` and `clb_migrate.explain`."""

from __future__ import annotations

from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code: 0, 1 or 2 (see `application`)."""
    from clb_migrate.cli.application import application

    application.main()
