"""Plots of what was measured, with nothing but text: bars for a terminal or Markdown, and SVG.

Lengths are logarithmic, because the slowest tool takes a thousand times as long as the fastest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from math import log10

from tests.benchmarks.samples import Case, short

WIDTH = 40
ROW, LABEL, BARS, VALUE = 20, 200, 420, 80
OUR_COLOUR, PEER_COLOUR = "#2f6fde", "#9aa4b2"


def fraction(value: float, least: float, most: float) -> float:
    """Return how long a bar is, from 0.05 for `least` to 1 for `most`."""
    if most <= least:
        return 1.0
    return 0.05 + 0.95 * log10(value / least) / log10(most / least)


def text_bars(case: Case) -> str:
    """Return a bar for each command of a case, the fastest first."""
    medians = {label: samples.median for label, samples in case.items()}
    if not medians:
        return ""
    least, most = min(medians.values()), max(medians.values())
    wide = max(map(len, medians))
    return "\n".join(
        f"{label:{wide}}  {'█' * max(1, round(WIDTH * fraction(value, least, most)))} "
        f"{short(value)} s"
        for label, value in sorted(medians.items(), key=lambda item: item[1])
    )


def svg(cases: Mapping[str, Case], ours: str) -> str:
    """Return a picture with a group of bars for each case; labels that begin with `ours` stand out.

    All bars are on one scale, seconds.
    """
    values = [samples.median for case in cases.values() for samples in case.values()]
    rows = sum(len(case) + 2 for case in cases.values())
    width, height = LABEL + BARS + VALUE, ROW * (rows + 1)
    scale = (min(values), max(values)) if values else (1.0, 1.0)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            'font-family="sans-serif" font-size="13">',
            f'<rect width="{width}" height="{height}" fill="white"/>',
            *_groups(cases, ours, scale),
            "</svg>\n",
        ]
    )


def _groups(cases: Mapping[str, Case], ours: str, scale: tuple[float, float]) -> Iterator[str]:
    top = ROW
    for name, case in cases.items():
        yield f'<text x="8" y="{top + 14}" font-weight="bold">{escape(name)}, seconds</text>'
        top += ROW
        for label, samples in case.items():
            length = round(BARS * fraction(samples.median, *scale))
            colour = OUR_COLOUR if label.startswith(ours) else PEER_COLOUR
            yield f'<text x="{LABEL - 8}" y="{top + 14}" text-anchor="end">{escape(label)}</text>'
            yield f'<rect x="{LABEL}" y="{top + 3}" width="{length}" height="14" fill="{colour}"/>'
            said = short(samples.median)
            yield f'<text x="{LABEL + length + 6}" y="{top + 14}">{said}</text>'
            top += ROW
        top += ROW
