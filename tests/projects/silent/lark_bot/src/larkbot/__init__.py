"""A bot for Lark; Lark's open platform has numeric codes of its own."""

from .calendar import next_meeting
from .errors import LarkError
from .messages import send_text

__all__ = ["LarkError", "next_meeting", "send_text"]
