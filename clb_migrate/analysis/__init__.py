"""The analysis: from a project's files and rules to observations.

`lowering` turns each file into a `program` (facts, a pure function of its bytes), `exports` tells
which further files import something that matters, `solver` joins all programs and finds what every
value is, `report` tells what was seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.analysis.project import Project
    from clb_migrate.source.read import Source
    from clb_migrate.table.rows import Rules


def analyse(sources: Sequence[Source], rules: Rules) -> Observations:
    """Analyse all of these Python files together and return everything seen in them.

    The order of `sources` does not matter. A file that LibCST cannot parse is told in
    `Observations.unreadable`; the others are analysed all the same.
    """
    from clb_migrate.analysis.project import File, Project

    ordered = sorted(sources, key=lambda source: source.path)
    files = [File(source.path, source.path) for source in ordered]
    return analyse_project(
        Project(files, range(len(files)), lambda index: ordered[index].data), rules
    )


def analyse_project(project: Project, rules: Rules) -> Observations:
    """Analyse the files of a project that are needed, and those that they lead to.

    What is seen, and which files had to be parsed for it, is in the result.
    """
    # LibCST takes longer to import than a clean run takes: nothing here may need it before.
    from clb_migrate.analysis.collecting import not_collecting

    with not_collecting():
        return _observed(project, rules)


def _observed(project: Project, rules: Rules) -> Observations:
    from clb_migrate.analysis.linking import link

    linked = link(project, rules)
    observations = linked.observations()
    for solver in linked.solvers:
        solver.forget()
    return observations
