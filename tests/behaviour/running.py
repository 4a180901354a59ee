"""Runs the programs of `programs/` before and after the fix, against the simulated cloud.

A program is a folder: `main.py`, which is run as `__main__` in an empty working folder, other
modules, packages and data files beside it, and `program.toml`:

    expect = "safe"            # safe, unsafe or manual
    reason = ""                # unsafe and manual: words of one of the reasons
    arguments = ["lb-app1"]
    environment = {A = "b"}
    input = ""                 # what it reads from standard input
    left = []                  # names of findings that may stay
    shows_success = false      # it shows the code of an answer that went well
    runs = true                # false if it cannot be run here; only where it is manual

Only `main.py` is needed. Programs have to be deterministic; `time.sleep` takes no time, and there
is no network but for the two SDKs. Any credential will do. The load balancers every run starts
with are those of `cloud/model.py`, `_start`; the actions of API 2.0 are those of
`cloud/actions.toml`, and what they answer `cloud/legacy.py` tells.

To see what a program does, now and when requests fail:

    python -m tests.behaviour.running tests/behaviour/programs/NAME
    python -m tests.behaviour.running tests/behaviour/programs/NAME --scenario first:4100

`--scenario list` lists the names: `success`, `nulls`, `task-fails`, `first:CODE`, `every:CODE`,
`3:CODE` for the third request, with a legacy code, a code of API 3.0, `connection` or `status`.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.behaviour.cloud.site import Weather
from tests.behaviour.comparing import Record, differences
from tests.behaviour.scenarios import (
    Scenario,
    legacy_scenarios,
    named,
    scenarios,
    weather_to_json,
)

if TYPE_CHECKING:
    from clb_migrate.fixes.results import Migration

PROGRAMS = Path(__file__).parent / "programs"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Program:
    """A program and what is expected of its migration."""

    folder: Path
    expect: str = "safe"
    reason: str = ""
    arguments: Sequence[str] = ()
    environment: dict[str, str] = field(default_factory=dict)
    input: str = ""
    left: Sequence[str] = ()
    shows_success: bool = False
    runs: bool = True

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    def at(self, folder: Path) -> Program:
        """The same, with its files elsewhere."""
        return Program(
            folder,
            self.expect,
            self.reason,
            self.arguments,
            self.environment,
            self.input,
            self.left,
            self.shows_success,
            self.runs,
        )


def program(folder: Path) -> Program:
    """Read `program.toml`; a key that means nothing is an error."""
    settings: dict[str, Any] = tomllib.loads((folder / "program.toml").read_text("utf-8"))
    settings.pop("random", None)
    found = Program(folder, **settings)
    if found.expect not in ("safe", "unsafe", "manual"):
        raise ValueError(f"{folder}: expect is {found.expect!r}")
    if not found.runs and found.expect != "manual":
        raise ValueError(f"{folder}: only manual programs need not run")
    return found


def programs(folder: Path = PROGRAMS) -> list[Program]:
    """All programs, by name."""
    return [program(place.parent) for place in sorted(folder.glob("*/program.toml"))]


def run(what: Program, weathers: Iterable[Weather]) -> list[Record]:
    """Run a program under each of these, all in one process of its own."""
    job = {
        "folder": str(what.folder),
        "arguments": list(what.arguments),
        "environment": what.environment,
        "input": what.input,
        "weathers": [weather_to_json(weather) for weather in weathers],
    }
    # No more than it needs: what is set here is set anew for every run.
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    environment = {**kept, "PYTHONHASHSEED": "0", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.behaviour.worker"],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=ROOT,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{what.name} could not be run:\n{done.stderr}")
    records: list[Record] = json.loads(done.stdout)
    return records


def compare(
    before: Program, after: Program, wanted: Sequence[Scenario] | None = None
) -> dict[str, list[str]]:
    """The differences under each scenario in which there are any."""
    wanted = scenarios() if wanted is None else wanted
    old = dict.fromkeys(_distinct(weather) for scenario in wanted for weather in scenario.before)
    olds = dict(zip(old, run(before, old), strict=True))
    news = run(after, [scenario.after for scenario in wanted])
    found: dict[str, list[str]] = {}
    plain = olds.get(Weather())
    for scenario, new in zip(wanted, news, strict=True):
        pairs = [olds[_distinct(weather)] for weather in scenario.before]
        if scenario.name == "nulls" and plain and pairs[0]["exception"] != plain["exception"]:
            # It needs a field that API 2.0 might have left out: nobody knows that it did.
            continue
        all_told = [differences(one, new, before.shows_success) for one in pairs]
        told = next(filter(None, all_told), []) if scenario.every else min(all_told, key=len)
        if told:
            found[scenario.name] = told
    return found


def _distinct(weather: Weather) -> Weather:
    """The same weather without what the legacy side cannot see, so that it is run once."""
    failure = weather.failure
    if failure is None or not failure.modern:
        return weather
    seen = type(failure)(failure.when, failure.legacy, "", "", failure.operation)
    return Weather(seen, weather.tasks_fail, weather.nulls)


def fixed(folder: Path, unsafe: bool, rules: Path | None = None) -> Migration:
    """Plan the fix of a program's folder, with other tables if there are some to be tried.

    The only way from here to what is judged.
    """
    from clb_migrate.run import Settings, fix
    from clb_migrate.table.load import load_folder, load_rules

    table = load_rules() if rules is None else load_folder(rules)
    return fix([str(folder)], Settings(), table, unsafe=unsafe)


def write(migration: Migration) -> None:
    """Carry out what was planned."""
    for change in migration.changes:
        Path(change.place).write_bytes(change.after)


def _main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.behaviour.running")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scenario", help="the name of one, or list")
    parser.add_argument("--after", type=Path, help="a migrated copy to compare with")
    options = parser.parse_args()
    if options.scenario == "list":
        print(*(scenario.name for scenario in scenarios()), sep="\n")
        return 0
    what = program(options.folder)
    if options.after:
        wanted = [named(options.scenario)] if options.scenario else None
        found = compare(what, what.at(options.after), wanted)
        for name, told in found.items():
            print(name, *told, sep="\n    ")
        return 1 if found else 0
    if options.scenario:
        scenario = named(options.scenario)
        for record in run(what, scenario.before):
            print(json.dumps(record, indent=2))
        return 0
    wanted = list(legacy_scenarios())
    for scenario, record in zip(wanted, run(what, [one.before[0] for one in wanted]), strict=True):
        last = record["stdout"].splitlines()[-1:] or [""]
        ended = record["exception"] or record["exit"]
        if record["outcome"] != "ended":
            ended = record["outcome"]
        print(f"{scenario.name:20} {len(record['operations']):3} requests  {ended}  {last[0][:60]}")
    return 0


if __name__ == "__main__":
    sys.exit(_main())
