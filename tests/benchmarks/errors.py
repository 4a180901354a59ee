"""What can go wrong in a benchmark that its user can do something about."""

from __future__ import annotations


class BenchmarkError(Exception):
    """One line that says what is wrong and what to do about it."""
