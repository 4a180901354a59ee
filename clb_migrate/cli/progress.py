"""What a terminal shows of a long run while it lasts, and where the time went afterwards."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TextIO

from clb_migrate.watch import Watch

_PATIENCE = 1.0
"""Seconds before anything is shown: most runs are over by then."""
_PACE = 0.1
_CLEAR = "\r\033[K"


@dataclass(slots=True)
class TerminalWatch(Watch):
    """Keeps one line of a terminal up to date, and takes it away in the end."""

    stream: TextIO | None = None
    _begin: float = field(default_factory=time.monotonic)
    _shown: float = 0.0
    _stage: str = ""

    def look_at(self) -> None:
        self.looked_at += 1
        if self.looked_at % 256 == 0:
            self._show(f"{self.looked_at} files looked at", self.looked_at)

    def parse(self, shown: str, seconds: float) -> None:
        Watch.parse(self, shown, seconds)
        self._show(f"{self.looked_at} files looked at, {self.parsed} parsed", self.parsed)

    def changed(self, stage: str) -> None:
        if stage == "checks":
            self._show("putting the findings together", 0)

    def _show(self, text: str, count: int) -> None:
        now = time.monotonic()
        if self.stream is None or now - self._begin < _PATIENCE or now - self._shown < _PACE:
            return
        self._shown = now
        rate = f" ({count / (now - self._begin):,.0f} a second)" if count else ""
        self.stream.write(f"{_CLEAR}{text}{rate}")
        self.stream.flush()

    def done(self) -> None:
        """Take the line away."""
        if self.stream is not None and self._shown:
            self.stream.write(_CLEAR)
            self.stream.flush()


def watch_for(stream: TextIO | None) -> TerminalWatch:
    """Return what shows progress on `stream` if that is a terminal, and nothing otherwise."""
    return TerminalWatch(stream=stream if stream is not None and stream.isatty() else None)


def profiled(watch: Watch) -> str:
    """Return where the time of a run went, as lines of text."""
    seconds = dict(watch.seconds)
    whole = seconds.pop("all", 0.0)
    if "analysis" in seconds:
        # Facts are asked for while the analysis goes on.
        seconds["linking"] = seconds.pop("analysis") - seconds.get("facts", 0.0)
    seconds["finding and reading files"] = whole - sum(seconds.values())
    lines = [f"{whole:8.3f} s  in all, {watch.looked_at} files looked at, {watch.parsed} parsed"]
    lines += [f"{spent:8.3f} s  {stage}" for stage, spent in seconds.items()]
    if watch.slowest:
        lines.append("slowest to parse:")
        lines += [f"{spent:8.3f} s  {shown}" for spent, shown in watch.slowest]
    return "\n".join(lines)
