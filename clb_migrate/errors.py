"""The error that a user can cause and put right."""

from __future__ import annotations


class UserError(Exception):
    """What was asked for cannot be done; the message is one line that tells the way out."""
