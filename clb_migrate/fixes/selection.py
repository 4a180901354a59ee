"""Which flows hold which findings, so that `--select` and `--ignore` can take whole flows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from clb_migrate.analysis.observations import Observations
from clb_migrate.findings import Finding, Location
from clb_migrate.fixes.results import Options
from clb_migrate.table.rows import Rules


class Selection:
    """The findings of a project, asked for by the places of a flow."""

    def __init__(self, observations: Observations, rules: Rules, options: Options) -> None:
        """Without rules to select or ignore nothing is looked up."""
        self._options = options
        self._findings: Mapping[str, Sequence[Finding]] = {}
        if options.select is not None or options.ignore is not None:
            self._findings = _by_file(observations, rules)

    def takes(self, places: Iterable[Location]) -> bool:
        """Tell whether a flow that touches these places is to be migrated."""
        options = self._options
        if options.select is None and options.ignore is None:
            return True
        held = {
            finding.rule
            for place in places
            for finding in self._findings.get(place.path, ())
            if finding.location.span.contains(place.span)
            or place.span.contains(finding.location.span)
        }
        if options.ignore is not None and held & options.ignore:
            return False
        return options.select is None or bool(held & options.select)


def _by_file(observations: Observations, rules: Rules) -> dict[str, list[Finding]]:
    from clb_migrate.checks.base import all_checks

    found: dict[str, list[Finding]] = {}
    for check in all_checks():
        for finding in check.run(observations, rules):
            found.setdefault(finding.location.path, []).append(finding)
    return found
