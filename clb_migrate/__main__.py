"""`python -m clb_migrate`: the same as the `clb-migrate` command."""

from __future__ import annotations

import sys

from clb_migrate.cli import main

if __name__ == "__main__":
    sys.exit(main())
