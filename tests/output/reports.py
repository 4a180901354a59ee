"""Reports to write, made by hand."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from clb_migrate.findings import (
    Applicability,
    Certainty,
    Finding,
    Fix,
    Location,
    Span,
    TrailStep,
)
from clb_migrate.fixes.results import FileChange, Proposed, Repair
from clb_migrate.output.edits import Edit
from clb_migrate.run import Report
from clb_migrate.source.tokens import NEWLINE
from clb_migrate.withholding import Origin, Withheld, Withholding

SCHEMAS = Path(__file__).parent / "schemas"

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

LIKELY = replace(
    CHECK,
    rule="CLB102",
    name="success-check",
    location=location("app/cloud.py", 6, 9, 23),
    certainty=Certainty.LIKELY,
    message="the legacy code is compared with 0",
    legacy=("0",),
    replacement=(),
    trail=(),
)
POSSIBLE = replace(LIKELY, location=location("app/more.py", 2, 1, 5), certainty=Certainty.POSSIBLE)
ALL_SURE = Report((CHECK, LIKELY, POSSIBLE), 9, 2, {"app/cloud.py": CODE})

NASTY = "50% ]]>&lt; | `x` <b>*y*</b> \x1b[2J\x00\u202e 错误 \U0001f4a5 ,:::error::\r\nnext \ufffe"
NASTY_PATH = "a dir/ü%20#?:,|`<b>]]>\r\n\x1b💥.py"
HOSTILE = Report(
    (
        replace(
            CHECK,
            location=Location(NASTY_PATH, Span(1, 8, 1, 9)),
            message=NASTY,
            meaning=NASTY,
            action=NASTY,
            legacy=(NASTY,),
            replacement=(NASTY,),
            trail=(TrailStep(Location(NASTY_PATH, Span(1, 8, 1, 9)), NASTY),),
        ),
    ),
    scanned=1,
    analysed=1,
    texts={NASTY_PATH: "'💥ü' , 错误\n"},
    notices=(NASTY,),
)

WITHHELD = Report(
    (CHECK,),
    scanned=1,
    analysed=1,
    texts={"app/cloud.py": CODE},
    notices=("pyproject.toml: sources: nothing in the files checked is x.y",),
    withheld=(
        Withheld(LIKELY, Withholding(Origin.IN_SOURCE, "done next week")),
        Withheld(POSSIBLE, Withholding(Origin.EXTERNAL)),
        Withheld(UNREADABLE, Withholding(Origin.NOT_ASKED, "another path")),
    ),
)
FAILED = Report((), 0, 0, failure="no such file or folder: 'missing'")

FIXED = Report(
    (CHECK, LIKELY, POSSIBLE),
    scanned=3,
    analysed=2,
    texts={"app/cloud.py": CODE, "app/more.py": "ü\r\n\u4e2d = 0\r\n"},
    proposed=Proposed(
        labels={
            0: Fix(Applicability.SAFE, "it is migrated"),
            2: Fix(Applicability.UNSAFE, "it may differ"),
        },
        repairs={
            0: (
                Repair(
                    "Migrate DescribeLoadBalancers to API 3.0, in 2 files",
                    (
                        FileChange(
                            "/p/app/cloud.py",
                            "app/cloud.py",
                            CODE.encode(),
                            ("import a\n" + CODE.replace("4104", '"ü"')).encode(),
                        ),
                        FileChange("/p/a b.txt", "a b.txt", b"x\r\ny", b"x\r\ny\r\nz"),
                    ),
                ),
            ),
            2: (
                Repair(
                    "Migrate DeleteLoadBalancers to API 3.0, in 1 file",
                    (
                        FileChange(
                            "/p/app/more.py",
                            "app/more.py",
                            "ü\r\n\u4e2d = 0\r\n".encode(),
                            'ü\r\n\u4e2d = ""\r\n'.encode(),
                        ),
                    ),
                ),
            ),
        },
    ),
)

REPORTS = {
    "empty": EMPTY,
    "full": FULL,
    "all certainties": ALL_SURE,
    "hostile": HOSTILE,
    "withheld": WITHHELD,
    "failed": FAILED,
    "fixed": FIXED,
}


def applied(text: str, found: Sequence[Edit]) -> str:
    """Do what edits say, from the last to the first, as an editor does."""
    starts = [0, *(match.end() for match in NEWLINE.finditer(text))]
    for edit in reversed(found):
        span = edit.span
        start = starts[span.line - 1] + span.column - 1
        end = starts[span.end_line - 1] + span.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


def schema(name: str) -> Any:
    """Return what checks JSON against a schema beside this file; it raises what it finds."""
    found = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return Draft202012Validator(found)
