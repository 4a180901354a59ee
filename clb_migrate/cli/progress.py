"""What a terminal shows of a long run while it lasts, what `--verbose` tells of any, and where the
time went afterwards.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TextIO

from clb_migrate.cli.options import Volume
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
    _begin_of_stage: float = field(default_factory=time.monotonic)
    _parsed_before: int = 0
    """Files, before the present stage."""
    _shown: float = 0.0

    def look_at(self) -> None:
        self.looked_at += 1
        if self.looked_at % 256 == 0:
            self._show(f"{self.looked_at:,} files looked at", self.looked_at)

    def screen(self, count: int, everything: int) -> None:
        self._show(f"{count:,} of {everything:,} files looked at", count)

    def parse(self, shown: str, seconds: float) -> None:
        Watch.parse(self, shown, seconds)
        self._show(
            f"{self.looked_at:,} files looked at, {self.parsed:,} parsed",
            self.parsed - self._parsed_before,
        )

    def changed(self, stage: str) -> None:
        self._begin_of_stage = time.monotonic()
        self._parsed_before = self.parsed
        if stage == "checks":
            self._show("putting the findings together", 0)

    def _show(self, text: str, count: int) -> None:
        """Show `text`, and how fast the present stage got to `count`."""
        if self.stream is None:
            return
        now = time.monotonic()
        if now - self._begin < _PATIENCE or now - self._shown < _PACE:
            return
        self._shown = now
        passed = now - self._begin_of_stage
        rate = f" ({count / passed:,.0f} a second)" if count and passed else ""
        self.stream.write(f"{_CLEAR}{text}{rate}")
        self.stream.flush()

    def done(self) -> None:
        """Take the line away."""
        if self.stream is not None and self._shown:
            self.stream.write(_CLEAR)
            self.stream.flush()


@dataclass(slots=True)
class VerboseWatch(Watch):
    """Tells of each file that is parsed, and adds everything up in the end."""

    stream: TextIO | None = None

    def parse(self, shown: str, seconds: float) -> None:
        Watch.parse(self, shown, seconds)
        self.tell("parsed", f"{shown} ({seconds:.3f} s)")

    def done(self) -> None:
        """Tell how many files went how far, and how long it took."""
        counts = (
            f"{self.looked_at:,} looked at",
            f"{self.suspected:,} not clean at first sight",
            f"{self.parsed:,} parsed",
            f"{self.kept:,} known from the cache",
        )
        self.tell("files", ", ".join(counts))
        self.tell("time", f"{self.seconds.get('all', 0.0):.3f} s")

    def tell(self, label: str, text: str) -> None:
        """Write one line: what it is about, and what there is to tell."""
        if self.stream is not None:
            self.stream.write(f"{label + ':':<15}{text}\n")
            self.stream.flush()


@contextmanager
def watching(stream: TextIO | None, volume: Volume, **settings: str) -> Iterator[Watch]:
    """Give what watches a run, and tell of it on `stream` as loudly as `volume` says.

    `settings` are what else a verbose run tells first, each with its label. Progress is shown on
    terminals only.
    """
    watch: TerminalWatch | VerboseWatch
    if volume is Volume.VERBOSE:
        watch = VerboseWatch(stream=stream)
        for label, text in settings.items():
            watch.tell(label, text)
    else:
        shows = volume is not Volume.QUIET and stream is not None and _can_clear(stream)
        watch = TerminalWatch(stream=stream if shows else None)
    try:
        with watch.stage("all"):
            yield watch
    finally:
        watch.done()


def _can_clear(stream: TextIO) -> bool:
    return stream.isatty() and os.environ.get("TERM") != "dumb"


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
