"""# CLB207 dependency

A file that declares what a project depends on asks for a legacy SDK or command. Nothing that these
can do works any more: they send every call to API 2.0.

Read are `requirements*.txt`, `constraints*.txt` (also `dev-requirements.txt` and the like),
`requirements/*.txt`, `*.in`, `pyproject.toml` (project and its extras, build requirements,
dependency groups, Poetry, PDM, uv, Hatch, Flit), `setup.py` (never run), `setup.cfg`, `Pipfile` and
conda's `environment.yml`. Lock files are not: they follow from these.

A distribution counts by its name, in any spelling that pip takes for the same, or by the address
of its repository or archive. Names that only contain that name, comments and descriptions do not.

    qcloudapi-sdk-python==2.0.15                                   # reported
    -e git+https://github.com/QcloudApi/qcloudapi-sdk-python.git   # reported
    tencentcloud-sdk-python-common                                 # API 3.0: fine

Change: add the API 3.0 distribution that the finding names beside the old one, migrate the code,
then remove the old one.

Certainty: always `certain`.

Fix: the API 3.0 distribution is put beside the legacy one once code is migrated that the file
serves, and the legacy one goes when nothing it serves uses API 2.0. Files with hashes, and
generated ones, stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clb_migrate.checks.base import Rule
from clb_migrate.findings import Applicability, Certainty, Finding, Fix, Location, Span

if TYPE_CHECKING:
    from clb_migrate.analysis.observations import Observations
    from clb_migrate.source.dependencies.mentions import Mention
    from clb_migrate.table.rows import Rules

RULE = Rule(
    id="CLB207",
    name="dependency",
    summary="The legacy SDK or command in a file that declares dependencies.",
)


def check(_observations: Observations, _rules: Rules) -> Iterator[Finding]:
    """Yield nothing: dependency files pass by the analysis (`clb_migrate.source.dependencies`)."""
    return iter(())


def legacy_dependency(path: str, text: str, mention: Mention, rules: Rules) -> Finding:
    """Return the finding for a legacy distribution that the file `text` asks for."""
    spelling = text[mention.start : mention.end]
    kind, replacement = "SDK", rules.sdk.replacement_distributions
    if mention.name in rules.sdk.legacy_commands:
        kind, replacement = "command", (rules.sdk.replacement_command,)
    instead = " and ".join(replacement)
    span = Span(*_position(text, mention.start), *_position(text, mention.end))
    return Finding(
        rule=RULE.id,
        name=RULE.name,
        location=Location(path, span),
        message=f"{mention.name} is a legacy {kind}; install {instead} instead",
        certainty=Certainty.CERTAIN,
        legacy=(mention.name,),
        meaning=f"This {kind} calls API 2.0, which is no longer in service.",
        action=f"Install {instead} instead.",
        replacement=replacement,
        fix=Fix(
            Applicability.MANUAL,
            f"add {instead}; remove {spelling} once nothing uses it",
        ),
    )


def _position(text: str, offset: int) -> tuple[int, int]:
    """Turn an offset into a line and a column."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
