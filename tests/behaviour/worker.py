"""Runs one program again and again, each time as if nothing had run before: `running` starts it.

Its standard input is one JSON object: the folder, the settings and the weathers; its output the
records in the same order. One process for all runs, since starting one takes longer than a hundred
runs do.
"""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import random
import signal
import sys
import tempfile
import time
import types
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn, cast

from tests.behaviour.cloud.site import EndlessError, Failure, LoudError, Site, Weather
from tests.behaviour.cloud.transports import install

SECONDS = 5.0
_START = 1_600_000_000.0


class _Clock:
    """Time goes on by what is slept, and a little with every look."""

    def __init__(self) -> None:
        self.now = _START

    def sleep(self, seconds: float) -> None:
        self.now += seconds

    def read(self) -> float:
        self.now += 0.001
        return self.now


class _Bench:
    """Where programs run: what is theirs is put in place before a run and taken away after it."""

    def __init__(self, job: dict[str, Any], work: Path) -> None:
        self.folder = Path(job["folder"]).resolve()
        self.arguments: list[str] = job["arguments"]
        self.environment: dict[str, str] = job["environment"]
        self.input = job["input"].encode()
        self.work = work
        self.site = Site()
        self.clock = _Clock()
        main = self.folder / "main.py"
        self.code = compile(main.read_bytes(), str(main), "exec", dont_inherit=True)
        self.data = {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in sorted(self.folder.rglob("*"))
            if path.is_file() and path.suffix not in (".py", ".pyc", ".toml")
        }
        self.filters: list[Any] = list(warnings.filters)
        self.loggers = set(logging.Logger.manager.loggerDict)
        self.path = list(sys.path)
        self.modules = set(sys.modules)
        self.prefix = f"{self.folder}{os.sep}"
        time.sleep = self.sleep  # type: ignore[assignment]
        time.time = time.monotonic = time.perf_counter = self.read
        signal.signal(signal.SIGALRM, _too_long)

    def sleep(self, seconds: float) -> None:
        """In place of `time.sleep`: one function for all runs, whatever keeps hold of it."""
        self.clock.sleep(seconds)

    def read(self) -> float:
        """In place of `time.time` and its like."""
        return self.clock.read()

    def run(self, weather: Weather) -> dict[str, Any]:
        """The record of one run."""
        self.site = Site(weather)
        self.clock = _Clock()
        random.seed(0)
        out = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
        err = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
        record: dict[str, Any] = {"outcome": "ended", "exit": 0, "exception": None}
        with self._surroundings(out, err):
            signal.setitimer(signal.ITIMER_REAL, SECONDS)
            try:
                self._execute()
            except SystemExit as end:
                record["exit"] = self._status(end, err)
            except (EndlessError, LoudError) as end:
                record["outcome"] = f"{type(end).__name__}: {end}"
            except BaseException as error:
                kind = type(error)
                record["exit"] = 1
                record["exception"] = [f"{kind.__module__}.{kind.__qualname__}", _text(error)]
            finally:
                signal.setitimer(signal.ITIMER_REAL, 0)
                logging.shutdown()
        record["stdout"] = _written(out)
        record["stderr"] = _written(err)
        record["files"] = self._collected()
        record["operations"] = self.site.operations
        record["codes"] = self.site.codes
        record["hosts"] = self.site.hosts
        return record

    def _execute(self) -> None:
        # What the 3.0 SDK logs of itself is its own text, as that of its exceptions is.
        logging.getLogger("tencentcloud_sdk_common").disabled = True
        main = types.ModuleType("__main__")
        main.__file__ = str(self.folder / "main.py")
        sys.modules["__main__"] = main
        exec(self.code, main.__dict__)

    @staticmethod
    def _status(end: SystemExit, err: io.TextIOWrapper) -> int:
        if end.code is None:
            return 0
        if isinstance(end.code, int):
            return int(end.code) & 0xFF
        err.write(f"{end.code}\n")
        return 1

    @contextlib.contextmanager
    def _surroundings(self, out: io.TextIOWrapper, err: io.TextIOWrapper) -> Iterator[None]:
        kept = (sys.stdout, sys.stderr, sys.stdin, sys.argv, sys.modules["__main__"])
        surroundings = dict(os.environ)
        os.environ.clear()
        os.environ.update(PATH="/usr/bin:/bin", HOME=str(self.work), LANG="C.UTF-8", COLUMNS="80")
        os.environ.update(self.environment)
        for name, content in self.data.items():
            place = self.work / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        os.chdir(self.work)
        sys.stdout, sys.stderr = out, err
        sys.stdin = io.TextIOWrapper(io.BytesIO(self.input), "utf-8")
        sys.argv = ["main.py", *self.arguments]
        sys.path[:] = [str(self.folder), *self.path]
        try:
            yield
        finally:
            sys.stdout, sys.stderr, sys.stdin, sys.argv, sys.modules["__main__"] = kept
            sys.path[:] = self.path
            os.environ.clear()
            os.environ.update(surroundings)
            self._forget()

    def _forget(self) -> None:
        """Take away what a program leaves in the process."""
        for name in [name for name in sys.modules if name not in self.modules]:
            place = getattr(sys.modules[name], "__file__", None) or ""
            if place.startswith(self.prefix):
                del sys.modules[name]
            elif not hasattr(sys.modules[name], "__path__") or place:
                # Of the library, which may stay; a package without a file may be the program's.
                self.modules.add(name)
            else:
                del sys.modules[name]
        root = logging.getLogger()
        root.handlers.clear()
        root.setLevel(logging.WARNING)
        logging.disable(logging.NOTSET)
        for name in set(logging.Logger.manager.loggerDict) - self.loggers:
            del logging.Logger.manager.loggerDict[name]
        warnings.resetwarnings()
        for entry in reversed(self.filters):
            cast(list[Any], warnings.filters).insert(0, entry)

    def _collected(self) -> dict[str, str]:
        """The files a run has written, which are taken away."""
        found = {}
        for path in sorted(self.work.rglob("*"), reverse=True):
            if path.is_dir():
                path.rmdir()
                continue
            name = str(path.relative_to(self.work))
            content = path.read_bytes()
            path.unlink()
            if self.data.get(name) != content:
                found[name] = content.decode("utf-8", "backslashreplace")
        return dict(sorted(found.items()))


def _too_long(signal_number: int, frame: object) -> NoReturn:
    del signal_number, frame
    raise EndlessError


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except Exception as other:
        return f"<no text: {type(other).__name__}>"


def _written(stream: io.TextIOWrapper) -> str:
    if stream.closed:
        return "<closed>"
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode("utf-8", "backslashreplace")


def weather_from_json(data: dict[str, Any]) -> Weather:
    """The other half of `scenarios.weather_to_json`."""
    failure = Failure(**data["failure"]) if data["failure"] else None
    return Weather(failure, data["tasks_fail"], data["nulls"])


def main() -> None:
    """Do the job on standard input."""
    job = json.load(sys.stdin)
    # What a program prints by other ways than sys.stdout must not get among the records.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    benches: list[_Bench] = []
    install(lambda: benches[0].site)
    # Imported here for once, since what a program imports anew takes time in each of its runs.
    import QcloudApi.qcloudapi  # noqa: F401
    import tencentcloud.common.common_client
    import tencentcloud.common.credential
    import tencentcloud.common.profile.client_profile
    import tencentcloud.common.profile.http_profile  # noqa: F401

    with tempfile.TemporaryDirectory() as above:
        sys.pycache_prefix = str(Path(above, "compiled"))
        work = Path(above, "work").resolve()
        work.mkdir()
        here = os.getcwd()
        benches.append(_Bench(job, work))
        records = [benches[0].run(weather_from_json(data)) for data in job["weathers"]]
        os.chdir(here)
    json.dump(records, answers)
    answers.close()


if __name__ == "__main__":
    main()
