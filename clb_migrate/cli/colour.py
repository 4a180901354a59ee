"""Which variables of the environment ask for colours; read before anything else is loaded."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


def forces_colour(environment: Mapping[str, str]) -> bool:
    """Tell whether output shall be in colour although it goes to no terminal."""
    asked = (environment.get(name) for name in ("FORCE_COLOR", "CLICOLOR_FORCE"))
    return any(value not in (None, "", "0") for value in asked)
