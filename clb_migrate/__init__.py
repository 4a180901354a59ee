"""Find, explain and rewrite code that still speaks Tencent Cloud's API 2.0."""

from __future__ import annotations

__version__ = "0.1.0"
