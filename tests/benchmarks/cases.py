"""The cases that are measured: which commands on which trees, and the goals set for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks import memory, parsing, tools
from tests.benchmarks.commands import Command, Patience, alternate, run
from tests.benchmarks.errors import BenchmarkError
from tests.benchmarks.samples import Case, Ratio, Samples, ratio
from tests.benchmarks.tools import OURS, Ours, Tool
from tests.benchmarks.trees import Tree, build

SECOND = f"{OURS}, second run"
RUFF = "ruff --no-cache"
RUFF_WARM = "ruff, warm cache"
BARE = "python -c pass"

FEW = 0.001
SHARES = (0.0, FEW, 0.01, 0.1)
STARTS = 4
"""How many more runs for what takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio to reach: that of two commands in one case, or of two cases of one command."""

    what: str
    case: str
    over: str
    under: str
    bound: float
    at_least: bool = True
    aim: float | None = None
    """What would be better still."""

    def measured(self, cases: Mapping[str, Case]) -> Ratio | None:
        """Return the ratio, or None where one of the two was not measured."""
        samples = cases.get(self.case, {})
        if self.over not in samples or self.under not in samples:
            return None
        return ratio(samples[self.over], samples[self.under])

    def reached(self, measured: Ratio) -> bool:
        """Tell whether the median reaches the bound."""
        if self.at_least:
            return measured.median >= self.bound
        return measured.median <= self.bound and not measured.at_least

    @property
    def wanted(self) -> str:
        """The bound, and the aim, in words."""
        sign = "at least" if self.at_least else "at most"
        aim = f" (aim {self.aim:g})" if self.aim is not None else ""
        return f"{sign} {self.bound:g}{aim}"


@dataclass(slots=True)
class Bench:
    """What all cases need, and where they put what they find."""

    folder: Path
    packages: Sequence[Path]
    ours: Ours
    peers: Mapping[str, Tool]
    files: int
    part: int
    patience: Patience
    tell: Callable[[str], None]
    cases: dict[str, Case] = field(default_factory=dict)
    trees: dict[str, Tree] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    @property
    def caches(self) -> Path:
        """Where tools keep their caches."""
        return self.folder / "caches"

    def tree(self, files: int, share: float, *, private: bool = False) -> Tree:
        """Return a tree, which is made if need be."""
        return build(self.packages, files, share, self.folder / "trees", private=private)

    def ruff(self, tree: Tree) -> list[Command]:
        """Ruff without and with a cache; nothing if it is not there."""
        tool = self.peers.get("ruff")
        if tool is None:
            return []
        return [tools.ruff_fresh(tool, tree), tools.ruff_warm(tool, tree, self.caches)]

    def ripgrep(self, tree: Tree) -> list[Command]:
        """Ripgrep, if it is there."""
        tool = self.peers.get("ripgrep")
        return [] if tool is None else [tools.ripgrep(tool, tree)]

    def alternate(self, case: str, commands: Sequence[Command], times: int = 1) -> None:
        """Measure commands in turn and keep the result."""
        self.tell(case)
        patience = Patience(
            self.patience.runs * times, self.patience.long_runs, self.patience.seconds
        )
        self.cases[case], failures = alternate(commands, patience, self.tell)
        self.notes += failures


def whole_tree(bench: Bench, share: float) -> None:
    """Measure a large tree with so many legacy files, first and second runs."""
    tree = bench.tree(bench.files, share)
    case = tree_case(bench.files, share)
    bench.trees[case] = tree
    commands = [bench.ours.first(tree), *bench.ours.second(tree)]
    bench.alternate(case, [*commands, *bench.ruff(tree), *bench.ripgrep(tree)])


def slow_peers(bench: Bench) -> None:
    """Measure tools that take minutes on a part of the files."""
    tree = bench.tree(bench.part, FEW)
    case = peers_case(bench.part)
    bench.trees[case] = tree
    commands = [bench.ours.first(tree), *bench.ruff(tree), *bench.ripgrep(tree)]
    commands.append(tools.codemod(bench.ours, tree))
    scratch = bench.folder / "scratch"
    scratch.mkdir(parents=True, exist_ok=True)
    if tool := bench.peers.get("flake8"):
        commands.append(tools.flake8(tool, tree))
    if tool := bench.peers.get("pyupgrade"):
        changing = tools.pyupgrade(tool, bench.tree(bench.part, FEW, private=True))
        try:
            bench.tell("pyupgrade, until there is nothing left to change")
            run(changing, bench.patience.seconds)
            commands.append(changing)
        except BenchmarkError as error:
            bench.notes.append(str(error))
    if tool := bench.peers.get("semgrep"):
        commands.append(tools.semgrep(tool, tree, scratch))
    if tool := bench.peers.get("fixit"):
        commands.append(tools.fixit(tool, tree, scratch))
    bench.alternate(case, commands)


def one_file(bench: Bench) -> None:
    """Measure one clean file of middling size against starts of the interpreter alone."""
    tree = bench.tree(bench.files, 0.0)
    by_size = sorted(tree.path.rglob("*.py"), key=lambda path: (path.stat().st_size, path))
    file = by_size[len(by_size) // 2]
    commands = [bench.ours.one(file), tools.interpreter(bench.ours)]
    bench.alternate(FILE, commands, STARTS)


def growth(bench: Bench) -> None:
    """Measure how the time grows with the tree, without and with a few legacy files."""
    for share in (0.0, FEW):
        commands = []
        for files in sizes(bench.files):
            tree = bench.tree(files, share)
            label = f"{files} files"
            bench.trees[f"{growth_case(share)}: {label}"] = tree
            commands.append(bench.ours.first(tree, label))
        bench.alternate(growth_case(share), commands)


def shares(bench: Bench) -> None:
    """Measure how the time grows with the share of legacy files."""
    for share in SHARES:
        tree = bench.tree(bench.files, share)
        ruff = bench.ruff(tree)[:1]
        bench.alternate(
            share_case(share), [bench.ours.first(tree), *bench.ours.second(tree), *ruff]
        )


def peak_memory(bench: Bench) -> None:
    """Measure the peak memory of all processes together."""
    if not memory.can_measure():
        bench.notes.append("peak memory needs /proc/PID/smaps_rollup, which this system lacks")
        return
    for share in (0.0, FEW):
        tree = bench.tree(bench.files, share)
        commands = [bench.ours.first(tree), *bench.ruff(tree)[:1], *bench.ripgrep(tree)]
        bench.tell(memory_case(share))
        found: dict[str, Samples] = {}
        for command in commands:
            try:
                peaks = [
                    float(memory.peak(command, bench.patience.seconds))
                    for _ in range(min(bench.patience.runs, 3))
                ]
            except BenchmarkError as error:
                bench.notes.append(str(error))
                continue
            bench.tell(f"  {command.label}: {max(peaks) / 1e6:.0f} MB")
            found[command.label] = Samples(tuple(peaks))
        bench.cases[memory_case(share)] = found


def parsed_files(bench: Bench) -> None:
    """Measure the analysis of parsed files against LibCST's parse."""
    bench.tell(PARSING)
    tree = bench.tree(bench.part, 0.0)
    bench.cases[PARSING] = parsing.measure(sorted(tree.path.rglob("*.py")), bench.patience.runs)


MEASUREMENTS: Mapping[str, Callable[[Bench], None]] = {
    "clean": lambda bench: whole_tree(bench, 0.0),
    "legacy": lambda bench: whole_tree(bench, FEW),
    "peers": slow_peers,
    "file": one_file,
    "parsing": parsed_files,
    "memory": peak_memory,
    "growth": growth,
    "shares": shares,
}
"""All measurements, by the names users choose them by, in the order they are made."""

FILE = "one clean file"
PARSING = "analysis of a parsed file"


def tree_case(files: int, share: float) -> str:
    """Name the case of a whole tree."""
    return f"{_kind(share)}, {files:,} files"


def peers_case(files: int) -> str:
    """Name the case of the tools that take minutes."""
    return f"slow peers, {_kind(FEW)}, {files:,} files"


def growth_case(share: float) -> str:
    """Name the case of growing trees."""
    return f"growth, {_kind(share)}"


def share_case(share: float) -> str:
    """Name the case of a share of legacy files."""
    return f"share, {_kind(share)}"


def memory_case(share: float) -> str:
    """Name the case of peak memory."""
    return f"memory, {_kind(share)}"


def _kind(share: float) -> str:
    return f"{share * 100:g} % legacy" if share else "clean tree"


def sizes(files: int) -> tuple[int, ...]:
    """Return the sizes of growing trees around that of the main case."""
    return files // 4, files // 2, files, files * 2


def goals(files: int, part: int) -> Iterable[Goal]:
    """Yield the goals, for trees of so many files."""
    clean, legacy, peers = tree_case(files, 0.0), tree_case(files, FEW), peers_case(part)
    count = f"{files:,} files"
    yield Goal(f"clean tree, {count}: `{RUFF}` / ours", clean, RUFF, OURS, 4, aim=5)
    yield Goal(f"clean tree, {count}: ours / ripgrep", clean, OURS, "ripgrep", 4, False, 3.5)
    yield Goal(
        "second run, 0.1 % legacy: ruff with warm cache / ours", legacy, RUFF_WARM, SECOND, 1
    )
    yield Goal(f"first run, 0.1 % legacy: `{RUFF}` / ours", legacy, RUFF, OURS, 1.5)
    for name in ("semgrep", "fixit"):
        yield Goal(f"{part:,} files: {name} / ours", peers, name, OURS, 20)
    yield Goal("one clean file: ours / bare interpreter starts", FILE, OURS, BARE, 5, False, 3)
    for what, (parse, analysis) in (("legacy", parsing.LEGACY), ("other", parsing.CLEAN)):
        text = f"{what} files: whole analysis / LibCST's parse"
        yield Goal(text, PARSING, analysis, parse, 2, False)
    for share in (0.0, FEW):
        text = f"peak memory, {_kind(share)}, {count}: ours / ruff's"
        yield Goal(text, memory_case(share), OURS, RUFF, 1, False)
    for share in (0.0, FEW):
        text = f"growth, {_kind(share)}: {files * 2:,} / {files:,} files"
        over, under = f"{files * 2} files", f"{files} files"
        yield Goal(text, growth_case(share), over, under, 2.2, False)
