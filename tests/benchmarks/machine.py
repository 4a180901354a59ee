"""Where and when a measurement was made."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from pathlib import Path


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processor(description: str) -> str:
    """Return the name of the processor, out of what Linux tells of it."""
    for line in description.splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return "an unknown processor"


def describe() -> str:
    """Tell the date, the machine, its Python, and how busy it is with other things."""
    information = Path("/proc/cpuinfo")
    name = processor(information.read_text(encoding="utf-8")) if information.exists() else ""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, {cores()} cores of {name or platform.processor()}, "
        f"{platform.system()}, {platform.python_implementation()} {platform.python_version()}"
    )


def load() -> float:
    """How many processes wanted to run in the last minute."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
