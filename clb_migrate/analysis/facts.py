"""How facts are asked for: for several files at once, so that they can be made beside each other.

Whoever runs an analysis may make them in other processes or take them from a cache: they are a
pure function of a file's bytes and this tool.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from clb_migrate.analysis.program import Program, Unparsable

Facts = Program | Unparsable
"""What is known of one file."""

FactsOf = Callable[[Sequence[tuple[str, bytes]]], Sequence[Facts]]
"""Makes the facts of files, given as what reports call them and their bytes, in that order."""


def lowered_here(files: Sequence[tuple[str, bytes]]) -> list[Facts]:
    """Make facts in this process, one file after the other."""
    return [lowered(shown, data) for shown, data in files]


def lowered(shown: str, data: bytes) -> Facts:
    """Make the facts of one file; whatever goes wrong may cost this file, no more."""
    # LibCST takes longer to import than most runs take: not before something has to be parsed.
    from clb_migrate.analysis.lowering import lower

    try:
        return lower(shown, data)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a parser written in another language raises what it likes
        told = f"internal error, please report it: {type(error).__name__}: {error}"
        return Unparsable(shown, 1, 1, " ".join(told.split()))
