"""How fast clb-migrate is, against its peers: `python -m tests.benchmarks` from a checkout.

Makes a corpus of PyPI packages and legacy files the first time (this takes the network), measures,
and writes a report as Markdown with a picture beside it.
"""

from __future__ import annotations

import argparse
import shlex
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import machine
from tests.benchmarks.cases import MEASUREMENTS, Bench, goals
from tests.benchmarks.commands import Patience
from tests.benchmarks.errors import BenchmarkError
from tests.benchmarks.pins import read_pins
from tests.benchmarks.plots import svg
from tests.benchmarks.report import Report, markdown
from tests.benchmarks.tools import OURS, find_ours, find_peers, install_peers
from tests.benchmarks.wheels import obtain

PICTURED = ("clean tree", "0.1 % legacy", "slow peers")


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    usual = Path(tempfile.gettempdir()) / "clb-migrate-benchmark"
    made = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    add = made.add_argument
    add("--folder", type=Path, default=usual, help="where everything goes (default: %(default)s)")
    add("--output", type=Path, help="the report (default: speed.md in the folder)")
    add("--case", action="append", choices=[*MEASUREMENTS], help="measure only this; repeatable")
    add("--files", type=int, default=20_000, help="files of the main case (default: %(default)s)")
    add("--part", type=int, default=5_000, help="files for slow peers (default: %(default)s)")
    add("--runs", type=int, default=5, help="counted runs of a command (default: %(default)s)")
    add("--long-runs", type=int, default=1, help="the same for slow peers (default: %(default)s)")
    add("--patience", type=float, default=3600.0, help="seconds after which a run is ended")
    add("--command", help=f"the {OURS} to measure (default: the one of this Python)")
    add("--install-peers", action="store_true", help="put peers into environments in the folder")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what the command line asks for; return the exit code."""
    options = parser().parse_args(arguments)
    if min(options.files, options.part, options.runs, options.long_runs) < 1:
        print("--files, --part, --runs and --long-runs start at 1", file=sys.stderr)
        return 2
    try:
        measure(options)
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


def measure(options: argparse.Namespace) -> None:
    """Run the cases and write the report, again after each, so that no result is lost."""
    folder = options.folder.absolute()
    pins = read_pins()
    environments = folder / "peers"
    notes = install_peers(pins.peers, environments) if options.install_peers else []
    line = tuple(shlex.split(options.command)) if options.command else None
    ours = find_ours(line, folder / "caches")
    peers = find_peers(pins.peers, environments)
    bench = Bench(
        folder,
        obtain(pins.packages, folder / "packages"),
        ours,
        peers,
        options.files,
        options.part,
        Patience(options.runs, options.long_runs, options.patience),
        tell=lambda text: print(text, file=sys.stderr, flush=True),
        notes=notes,
    )
    described, load = machine.describe(), machine.load()
    output = options.output or folder / "speed.md"
    for name, measurement in MEASUREMENTS.items():
        if options.case and name not in options.case:
            continue
        measurement(bench)
        report = Report(
            described,
            load,
            options.runs,
            {OURS: ours.tool.version} | {name: tool.version for name, tool in peers.items()},
            [name for name in pins.peers if name not in peers],
            tuple(goals(options.files, options.part)),
            bench.cases,
            bench.trees,
            bench.notes,
        )
        output.write_text(markdown(report), encoding="utf-8")
    pictured = {name: case for name, case in bench.cases.items() if name.startswith(PICTURED)}
    output.with_suffix(".svg").write_text(svg(pictured, OURS), encoding="utf-8")
    print(output.read_text(encoding="utf-8"))
    print(f"written to {output} and {output.with_suffix('.svg')}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
