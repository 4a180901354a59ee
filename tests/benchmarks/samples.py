"""What was measured, round by round, and the ratios between two of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Samples:
    """The figures of one command, one for each round it took part in; never empty."""

    values: tuple[float, ...]
    cut_off: bool = False
    """Whether it was ended because it took too long: the figures are lower bounds."""

    @property
    def median(self) -> float:
        """The figure to quote."""
        return median(self.values)


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times one command's figure is another's: the median over rounds, and the spread."""

    median: float
    least: float
    most: float
    at_least: bool = False
    """Whether the true ratio is larger, because what is compared was cut off."""

    def __str__(self) -> str:
        sign = ">" if self.at_least else ""
        spread = "" if self.least == self.most else f" ({short(self.least)}-{short(self.most)})"
        return f"{sign}{short(self.median)}{spread}"


def ratio(over: Samples, under: Samples) -> Ratio:
    """Return `over` in units of `under`, round by round.

    Rounds pair because a machine's speed drifts; rounds that only one of them took part in are
    left out. Figures that do not pair at all are never there: every command has a first round.
    """
    pairs = [a / b for a, b in zip(over.values, under.values, strict=False)]
    return Ratio(median(pairs), min(pairs), max(pairs), over.cut_off)


def short(value: float) -> str:
    """Write a number with about three digits."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


Case = Mapping[str, Samples]
"""What was measured in one case, by the labels of the commands."""
