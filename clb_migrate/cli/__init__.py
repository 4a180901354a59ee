"""The command line: a thin shell over `clb_migrate.run` and `clb_migrate.explain`."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # nothing here may cost a run that ends before the command line is loaded
if TYPE_CHECKING:
    from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and leave with its exit code: 0, 1 or 2 (see `application`)."""
    from clb_migrate.cli.clean import passes

    try:
        passed = passes(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("clb-migrate: error: interrupted\n")
        sys.exit(2)
    if passed:
        sys.exit(0)

    from clb_migrate.cli.application import application

    application.main()
