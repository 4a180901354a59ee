"""Python's garbage collector, which finds nothing to do in an analysis but looks for it often.

It goes through all that is alive whenever that has grown by some: facts and values, which live
until the end. Trees hold no circles, so they are gone as soon as nobody needs them.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_collecting() -> Iterator[None]:
    """Let the collector rest within a block, and be as it was after it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
