"""Reports to write, made by hand."""

from __future__ import annotations

from clb_migrate.findings import (
    Applicability,
    Certainty,
    Finding,
    Fix,
    Location,
    Span,
    TrailStep,
)
from clb_migrate.run import Report

CODE = """\
from QcloudApi.qcloudapi import QcloudApi

def delete(service):
    answer = json.loads(service.call("DeleteLoadBalancers", {}))
    if answer["code"] == 4104:
        raise KeyError
"""


def location(path: str, line: int, column: int, end: int) -> Location:
    return Location(path, Span(line, column, line, end))


CHECK = Finding(
    rule="CLB101",
    name="error-code-check",
    location=location("app/cloud.py", 5, 8, 30),
    message="compares the legacy code with 4104",
    certainty=Certainty.CERTAIN,
    legacy=("4104",),
    meaning="The key does not exist",
    action="Check the key used for the request.",
    replacement=("AuthFailure.InvalidSecretId", "AuthFailure.SecretIdNotFound"),
    fix=Fix(Applicability.MANUAL, "rewrite by hand"),
    trail=(
        TrailStep(location("app/cloud.py", 1, 6, 25), "imports the legacy SDK"),
        TrailStep(location("app/cloud.py", 4, 14, 60), "parses the answer"),
    ),
)

UNREADABLE = Finding(
    rule="CLB901",
    name="unreadable-file",
    location=location("b.py", 1, 1, 1),
    message="cannot read this file: permission denied",
    certainty=Certainty.CERTAIN,
    legacy=(),
    meaning="",
    action="Mend the file.",
    replacement=(),
    fix=Fix(Applicability.MANUAL, "the file must be mended first"),
)

EMPTY = Report((), scanned=3, analysed=0)
FULL = Report((CHECK, UNREADABLE), scanned=120, analysed=1, texts={"app/cloud.py": CODE})
