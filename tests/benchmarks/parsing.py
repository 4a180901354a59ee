"""What the analysis of a parsed file costs, against LibCST's parser alone.

Both work on the same files, one after the other, in this process: the legacy files that trees are
seeded with, and files of the packages, which most files of a project resemble.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter

import libcst

from clb_migrate.analysis import analyse
from clb_migrate.source.read import Source, decode
from clb_migrate.table.load import load_rules
from clb_migrate.table.rows import Rules
from tests.benchmarks.legacy import groups
from tests.benchmarks.samples import Case, Samples

CLEAN_FILES = 200

LEGACY = ("parse of legacy files", "analysis of legacy files")
CLEAN = ("parse of other files", "analysis of other files")


def measure(clean: Sequence[Path], runs: int) -> Case:
    """Return the seconds of parse and analysis, the analysis with its own parse and linking."""
    rules = load_rules()
    legacy = (each for group in groups() for each in group.files.items())
    step = max(1, len(clean) // CLEAN_FILES)
    chosen = ((str(path), path.read_bytes()) for path in clean[::step])
    projects = {LEGACY: _parsable(legacy), CLEAN: _parsable(chosen)}
    analyse(projects[LEGACY][:5], rules)  # what is made once in a process
    seconds: dict[str, list[float]] = {label: [] for labels in projects for label in labels}
    for _ in range(runs):
        for (parse, analysis), sources in projects.items():
            seconds[parse].append(_parse(sources))
            seconds[analysis].append(_analysis(sources, rules))
    return {label: Samples(tuple(values)) for label, values in seconds.items()}


def _parsable(files: Iterable[tuple[str, bytes]]) -> list[Source]:
    """Leave out what LibCST cannot parse: there is nothing to compare then."""
    sources = []
    for path, data in files:
        source = decode(data, path)
        if isinstance(source, Source):
            try:
                libcst.parse_module(data)
            except (libcst.ParserSyntaxError, SyntaxError, RecursionError):
                continue
            sources.append(source)
    return sources


def _parse(sources: Sequence[Source]) -> float:
    begin = perf_counter()
    for source in sources:
        libcst.parse_module(source.data)
    return perf_counter() - begin


def _analysis(sources: Sequence[Source], rules: Rules) -> float:
    begin = perf_counter()
    analyse(sources, rules)
    return perf_counter() - begin
