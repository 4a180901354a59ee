"""Which flows hold which findings, so that whole flows can be chosen, and stay, by them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from clb_migrate.analysis.observations import Observations
from clb_migrate.findings import Finding, Location
from clb_migrate.fixes.results import Options, Reason
from clb_migrate.table.rows import Rules
from clb_migrate.withholding import TextOf, Withheld, divided

IMPORT: Final = "CLB202"
"""The rule for imports, which change with any flow of their file."""


class Selection:
    """The findings of a project, asked for by the places of a flow."""

    def __init__(
        self, observations: Observations, rules: Rules, options: Options, text_of: TextOf
    ) -> None:
        """Without rules to select or ignore, and nothing withheld, nothing is looked up."""
        self._options = options
        self._findings: Mapping[str, Sequence[Finding]] = {}
        self._withheld: Sequence[Withheld] = ()
        if options.select is not None or options.ignore is not None or options.withholders:
            self._findings, self._withheld = _by_file(observations, rules, options, text_of)

    def takes(self, places: Iterable[Location]) -> bool:
        """Tell whether a flow that touches these places is to be migrated."""
        options = self._options
        if options.select is None and options.ignore is None:
            return True
        held = {finding.rule for finding in self._touching(places)}
        if options.ignore is not None and held & options.ignore:
            return False
        return options.select is None or bool(held & options.select)

    def _touching(self, places: Iterable[Location]) -> Iterator[Finding]:
        for place in places:
            for finding in self._findings.get(place.path, ()):
                if touch(finding.location, place):
                    yield finding

    def keeps(self, calls: Iterable[Location], places: Iterable[Location]) -> Iterator[Reason]:
        """Yield why a flow is not to be edited; nothing if it may be.

        It makes `calls`, and touches these and other `places`.
        """
        if not self._withheld:
            return
        touched = list(places)
        # Where a flow comes from is rewritten with it: an import, a client, in whatever file.
        origins = [step.location for finding in self._touching(touched) for step in finding.trail]
        files = {place.path for place in touched}
        made = {*calls}
        for each in self._withheld:
            location = each.finding.location
            is_imported = each.finding.rule == IMPORT and location.path in files
            # A constant is found where it is named, and edited where it gets its value.
            is_followed = any(step.location in made for step in each.finding.trail)
            if (
                is_imported
                or is_followed
                or any(touch(location, place) for place in (*touched, *origins))
            ):
                why = each.withholding.reason
                reason = f"{each.finding.rule} is not to be reported here"
                yield Reason(each.finding.location, f"{reason} ({why})" if why else reason)


def touch(one: Location, other: Location) -> bool:
    """Tell whether one place lies within the other."""
    return one.path == other.path and (
        one.span.contains(other.span) or other.span.contains(one.span)
    )


def _by_file(
    observations: Observations, rules: Rules, options: Options, text_of: TextOf
) -> tuple[dict[str, list[Finding]], Sequence[Withheld]]:
    """Return the findings of each file, and which of them all are not to be reported."""
    from clb_migrate.checks.base import all_checks

    findings = [finding for check in all_checks() for finding in check.run(observations, rules)]
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.location.path, []).append(finding)
    findings.sort(key=lambda finding: finding.sort_key)
    _, withheld = divided(findings, text_of, options.withholders)
    return found, withheld
