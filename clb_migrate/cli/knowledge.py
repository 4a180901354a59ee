"""The rule files, for commands that need them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from clb_migrate.errors import UserError

if TYPE_CHECKING:
    from clb_migrate.table.rows import Rules


def known_rules(extra: Sequence[str] = ()) -> Rules:
    """Load the rules that came with the tool, with the rows of the files and folders `extra`.

    Raises `UserError` when a row is wrong.
    """
    from clb_migrate.table.load import RulesError, load_rules

    try:
        return load_rules([Path(each) for each in extra])
    except RulesError as error:
        raise UserError(str(error)) from None
