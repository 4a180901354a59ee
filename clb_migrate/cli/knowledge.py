"""The rule files, for commands that need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from clb_migrate.errors import UserError

if TYPE_CHECKING:
    from clb_migrate.table.rows import Rules


def known_rules() -> Rules:
    """Load the rules that came with the tool; raises `UserError` when a row is wrong."""
    from clb_migrate.table.load import RulesError, load_rules

    try:
        return load_rules()
    except RulesError as error:
        raise UserError(str(error)) from None
