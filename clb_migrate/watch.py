"""What a run is doing and how long it takes: for progress on a terminal, and for profiles."""

from __future__ import annotations

import heapq
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_SLOWEST = 10


@dataclass(slots=True)
class Watch:
    """Counts and seconds of one run. Who shows progress derives from it."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Of each stage, in the order they were first begun."""
    looked_at: int = 0
    """Files."""
    parsed: int = 0
    """Files, those whose facts were kept from another run left out."""
    kept: int = 0
    """Files whose facts were kept from another run."""
    suspected: int = 0
    """Files that triage could not prove clean."""
    _slowest: list[tuple[float, str]] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what is done inside as a part of the stage `name`."""
        begin = time.perf_counter()
        self.seconds.setdefault(name, 0.0)
        self.changed(name)
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - begin

    def look_at(self) -> None:
        """Count a file that is looked at."""
        self.looked_at += 1

    def screen(self, count: int, everything: int) -> None:
        """Called now and then while files are read: how many of how many are in hand, about."""

    def parse(self, shown: str, seconds: float) -> None:
        """Count a file that was parsed, in so many seconds."""
        self.parsed += 1
        heapq.heappush(self._slowest, (seconds, shown))
        if len(self._slowest) > _SLOWEST:
            heapq.heappop(self._slowest)

    @property
    def slowest(self) -> list[tuple[float, str]]:
        """The files that took longest to parse, with their seconds, the slowest first."""
        return sorted(self._slowest, reverse=True)

    def changed(self, stage: str) -> None:
        """Called when another stage begins."""
