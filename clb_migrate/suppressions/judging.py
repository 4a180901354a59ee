"""What comments keep from being reported, and which of them are of no use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from clb_migrate.findings import Finding, Location
from clb_migrate.suppressions.directives import Kind
from clb_migrate.suppressions.scopes import (
    UNREADABLE,
    UNUSED,
    Entry,
    FileSuppressions,
    Suppression,
    suppressions_in,
)
from clb_migrate.withholding import Origin, TextOf, Withholding

if TYPE_CHECKING:
    from clb_migrate.checks.base import Rule

_MAY_SUPPRESS: Final = re.compile(r"clb\s*:\s*ignore|noqa", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unused:
    """The entries of a suppression that keep nothing from being reported."""

    suppression: Suppression
    entries: tuple[Entry, ...]

    @property
    def is_whole(self) -> bool:
        """Nothing of it is of use, nor told as a mistake."""
        named = len(self.suppression.directive.selectors) or 1
        return len(self.entries) == named


def by_comments(findings: Sequence[Finding], text_of: TextOf) -> Mapping[int, Withholding]:
    """Withhold what comments in the files themselves say: a `Withholder`."""
    rules = _all_rules()
    by_path: dict[str, list[int]] = {}
    for position, finding in enumerate(findings):
        by_path.setdefault(finding.location.path, []).append(position)
    withheld: dict[int, Withholding] = {}
    for path, positions in by_path.items():
        text = text_of(path)
        if text is None or not _MAY_SUPPRESS.search(text):
            continue
        suppressions = suppressions_in(path, text, rules).suppressions
        for position in positions:
            for suppression in suppressions:
                if suppression.withholds(findings[position]):
                    reason = suppression.directive.reason
                    withheld[position] = Withholding(Origin.IN_SOURCE, reason)
                    break
    return withheld


def unused_in(file: FileSuppressions, findings: Iterable[Finding]) -> Iterator[Unused]:
    """Yield what of a file's suppressions is of no use.

    `findings` are those of the file that any rule makes, however sure. Nothing is yielded for a
    file that could not be understood. A `noqa` for every rule is meant for other tools, too.
    """
    found = [*findings]
    if not file.layout.is_complete or any(each.rule == UNREADABLE for each in found):
        return
    for suppression in file.suppressions:
        directive = suppression.directive
        if directive.kind is Kind.NOQA and not directive.selectors:
            continue
        covered = {each.rule for each in found if suppression.covers(each.location.span)}
        entries = tuple(entry for entry in suppression.entries if _is_unused(entry, covered))
        if entries:
            yield Unused(suppression, entries)


def _is_unused(entry: Entry, covered: set[str]) -> bool:
    if UNUSED in entry.rules or entry.rules == {UNREADABLE}:
        return False
    return not entry.rules & covered


@dataclass(frozen=True, slots=True)
class Judged:
    """A file whose comments say what not to report, and the findings on these comments."""

    path: str
    file: FileSuppressions
    findings: tuple[tuple[Finding, Unused | None], ...]
    """With what is unused; None for a comment that cannot be understood."""


def judged(paths: Iterable[str], findings: Iterable[Finding], text_of: TextOf) -> list[Judged]:
    """Judge the comments in the files at `paths` by all findings of a run, asked for or not."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.location.path, []).append(finding)
    found = []
    for path in dict.fromkeys(paths):
        text = text_of(path)
        if text is not None:
            file = suppressions_in(path, text, _all_rules())
            told = _told(path, file, unused_in(file, by_path.get(path, ())))
            found.append(Judged(path, file, tuple(told)))
    return found


def _told(
    path: str, file: FileSuppressions, unused: Iterable[Unused]
) -> Iterator[tuple[Finding, Unused | None]]:
    from clb_migrate.checks import unused_suppression as rule

    for mistake in file.mistakes:
        location = Location(path, file.span(mistake.start, mistake.end))
        yield rule.mistaken(location, mistake.message, mistake.step), None
    for each in unused:
        directive = each.suppression.directive
        if each.is_whole:
            location = Location(path, file.span(directive.start, directive.end))
            names = ", ".join(entry.selector.text for entry in each.entries if entry.selector)
            message = f"this comment suppresses nothing ({names or 'every rule'})"
            yield rule.unused(location, message), each
            continue
        for entry in each.entries:
            if entry.selector is not None:
                location = Location(path, file.span(entry.selector.start, entry.selector.end))
                message = f"{entry.selector.text} in this comment suppresses nothing"
                yield rule.unused(location, message), Unused(each.suppression, (entry,))


def read(path: str, text: str) -> FileSuppressions:
    """Return what the comments of a file say."""
    return suppressions_in(path, text, _all_rules())


def _all_rules() -> tuple[Rule, ...]:
    from clb_migrate.checks.base import all_checks

    return tuple(each.rule for each in all_checks())
