"""A baseline: the findings that were there when it was written, which a check does not report.

It is a JSON file with a line for each finding, ordered so that two people's changes can be merged.
A finding is told by its path, from the folder of the file on, and its fingerprint
(`fingerprints.py`), so lines may move. Where several places of a definition are alike their number
counts: one more than there were is new.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass, fields
from typing import TYPE_CHECKING, Any

from clb_migrate.errors import UserError
from clb_migrate.fingerprints import fingerprints
from clb_migrate.source.discover import shown_path
from clb_migrate.source.read import reason_of
from clb_migrate.source.tokens import NEWLINE
from clb_migrate.withholding import Origin, TextOf, Withholding

if TYPE_CHECKING:
    from clb_migrate.findings import Certainty, Finding
    from clb_migrate.run import Report

FILE = ".clb-migrate-baseline.json"
_VERSION = 1
_LONGEST = 100


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """A finding that is known; all but path and fingerprint are for people, and for pruning."""

    path: str
    """From the folder of the baseline on, with forward slashes."""
    rule: str
    code: str
    """The line it begins on, cut where that is long."""
    fingerprint: str
    confidence: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all others."""
        return self.path, self.fingerprint


@dataclass(frozen=True, slots=True)
class Baseline:
    """The entries of one file, which need not exist yet."""

    file: str
    entries: tuple[Entry, ...] = ()

    def withholder(self, findings: Sequence[Finding], text_of: TextOf) -> Mapping[int, Withholding]:
        """Withhold what is in the baseline."""
        keys = {entry.key for entry in self.entries}
        why = f"in the baseline {shown_path(self.file)}; --no-baseline does without"
        known = Withholding(Origin.EXTERNAL, why)
        made = self.entries_for(findings, text_of)
        return {position: known for position, entry in enumerate(made) if entry.key in keys}

    def entries_for(self, findings: Sequence[Finding], text_of: TextOf) -> list[Entry]:
        """Return an entry for each of all findings of some files, in their order."""
        paths = {finding.location.path for finding in findings}
        texts = {path: text for path in paths if (text := text_of(path)) is not None}
        lines = {path: NEWLINE.split(text) for path, text in texts.items()}
        places = {path: self.path_of(path) for path in paths}
        return [
            Entry(
                places[finding.location.path],
                finding.rule,
                _line(lines.get(finding.location.path, ()), finding.location.span.line),
                fingerprint,
                finding.certainty.label,
            )
            for finding, fingerprint in zip(findings, fingerprints(findings, texts), strict=True)
        ]

    def path_of(self, path: str) -> str:
        """Return what the baseline calls a file, which reports call `path`."""
        place = real_place(path)
        try:
            found = os.path.relpath(place, self.folder)
        except ValueError:  # on another drive
            found = place
        return found.replace(os.sep, "/")

    @property
    def folder(self) -> str:
        """Where the paths of its entries begin."""
        return os.path.dirname(real_place(self.file))

    def in_report(self, report: Report) -> list[Entry]:
        """Return an entry for each finding that is reported, or was but for a baseline."""
        found = [*report.findings]
        found += (
            each.finding for each in report.withheld if each.withholding.origin is Origin.EXTERNAL
        )
        return self.entries_for(sorted(found, key=lambda each: each.sort_key), report.texts.get)

    def unmet(self, report: Report) -> list[Entry]:
        """Return the entries that nothing in a report is; a run may not have looked for them."""
        there = {entry.key for entry in self.in_report(report)}
        return [entry for entry in self.entries if entry.key not in there]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a run looked at: an entry for anything else says nothing of what is gone."""

    paths: Collection[str]
    """The files, as the baseline calls them."""
    rules: Collection[str]
    certainty: Certainty
    """The least sure findings that were asked for."""
    is_whole: bool = True
    """False where files that the baseline names were left out: what is found in a file depends on
    others, so such a run cannot tell what is gone."""

    def holds(self, entry: Entry) -> bool:
        """Tell whether the run would have found what an entry stands for."""
        return self.is_whole and self.asks_for(entry)

    def asks_for(self, entry: Entry) -> bool:
        """Tell whether the run looked for what an entry stands for."""
        from clb_migrate.findings import Certainty

        sure = Certainty.from_label(entry.confidence) >= self.certainty
        return sure and entry.rule in self.rules and entry.path in self.paths


def real_place(path: str) -> str:
    """Return where a file is, whatever links lead to its folder."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def usual(paths: Sequence[str]) -> str:
    """Return the file in which `nearest` will find a baseline of `paths` if there is none yet.

    It is in the current folder if that holds all of them.
    """
    folder = os.path.commonpath([os.path.abspath(path) for path in paths])
    if not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    current = os.path.join(os.getcwd(), "")
    return FILE if os.path.join(folder, "").startswith(current) else os.path.join(folder, FILE)


def nearest(paths: Sequence[str]) -> str | None:
    """Return the baseline of the nearest folder that holds all of `paths` and has one."""
    folder = os.path.commonpath([os.path.abspath(path) for path in paths])
    while True:
        file = os.path.join(folder, FILE)
        if os.path.isfile(file):
            return file
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def read(file: str) -> Baseline:
    """Read a baseline; raises `UserError`, which names the file, where that cannot be done."""
    shown = shown_path(file)
    try:
        with open(file, "rb") as stream:
            document = json.loads(stream.read())
        if not isinstance(document, dict):
            raise _Broken("is not a baseline")
        version = document.get("version")
        if version != _VERSION or isinstance(version, bool):
            told = "has no version" if version is None else f"is of version {version!r}"
            raise _Broken(f"{told}, and this tool knows {_VERSION}")
        return Baseline(file, tuple(_entries(document.get("findings"))))
    except FileNotFoundError:
        way_out = "`clb-migrate baseline` writes one, with --baseline one of this name"
        raise UserError(f"no such baseline: {shown!r}; {way_out}") from None
    except OSError as error:
        raise UserError(f"cannot read the baseline {shown}: {reason_of(error)}") from None
    except _Broken as error:
        told = str(error)
    except (ValueError, RecursionError) as error:
        told = f"is not valid JSON: {error}"
    way_out = "restore it, or delete it and write it anew with `clb-migrate baseline`"
    raise UserError(f"the baseline {shown} {told}; {way_out}")


def written(baseline: Baseline) -> Iterator[str]:
    """Yield the text of a baseline, ordered, with an entry on each line."""
    yield f'{{\n  "version": {_VERSION},\n  "findings": ['
    separator = ""
    names = [field.name for field in fields(Entry)]
    for entry in sorted(set(baseline.entries)):
        values = dict(zip(names, astuple(entry), strict=True))
        yield f"{separator}\n    {_as_text(values)}"
        separator = ","
    yield "\n  ]\n}\n" if separator else "]\n}\n"


def _as_text(values: Mapping[str, str]) -> str:
    """Return JSON on one line: for people, so only what UTF-8 cannot hold is escaped."""
    text = json.dumps(values, ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


class _Broken(Exception):
    """What is wrong with a baseline, told as what follows its name."""


def _entries(found: Any) -> Iterator[Entry]:
    from clb_migrate.findings import Certainty

    labels = {each.label for each in Certainty}
    names = {field.name for field in fields(Entry)}
    if not isinstance(found, list):
        raise _Broken("has no list of findings")
    for number, each in enumerate(found, 1):
        if (
            not isinstance(each, dict)
            or each.keys() != names
            or not all(isinstance(value, str) for value in each.values())
            or each["confidence"] not in labels
        ):
            raise _Broken(f"has been changed: its finding {number} is not as it was written")
        yield Entry(**each)


def _line(lines: Sequence[str], number: int) -> str:
    line = lines[number - 1].strip() if number <= len(lines) else ""
    return line if len(line) <= _LONGEST else line[: _LONGEST - 3] + "..."
