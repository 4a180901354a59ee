"""Declared sources: what a user says of names makes findings certain, and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from clb_migrate.analysis import analyse_project
from clb_migrate.analysis.project import File, Project
from clb_migrate.checks.base import all_checks
from clb_migrate.findings import Certainty
from clb_migrate.sources import declared_sources
from tests.examples.runner import shipped_rules

R, C = "legacy response", "legacy code"


def found(files: Mapping[str, str], declared: Mapping[str, str]) -> list[str]:
    """Return the findings of a project as `path:line rule certainty`, and what did not match."""
    paths = sorted(files)
    project = Project(
        [File(path, f"/project/{path}") for path in paths],
        [],
        lambda place: files[paths[place]].encode(),
        declared_sources(declared, "pyproject.toml"),
    )
    observations = analyse_project(project, shipped_rules())
    findings = sorted(
        (finding for each in all_checks() for finding in each.run(observations, shipped_rules())),
        key=lambda finding: finding.sort_key,
    )
    for finding in findings:
        if finding.certainty is Certainty.CERTAIN and finding.rule in ("CLB101", "CLB105"):
            assert "is declared a" in finding.trail[0].text
    return [
        *(
            f"{f.location.path}:{f.location.span.line} {f.rule} {f.certainty.label}"
            for f in findings
        ),
        *(f"unmatched {source.text}" for source in observations.unmatched),
    ]


@pytest.mark.parametrize(
    ("name", "kind", "code", "rule"),
    [
        ("vendor.send()", R, "from vendor import send\nsend()['code'] == 4100", "CLB101"),
        ("vendor.send", R, "import vendor as v\nv.send(1)['code'] == 4100", "CLB101"),
        ("a.b.send()", R, "import a.b\nx = a.b.send()\nx['code'] == 4100", "CLB101"),
        ("a.b.send()", R, "from a import b\nx = b.send\nx()['code'] == 4100", "CLB101"),
        ("a.b.send()", R, "from a.b import *\nsend()['code'] == 4100", "CLB101"),
        ("v.Api.ask()", R, "from v import Api\nApi(1).ask()['code'] == 4100", "CLB101"),
        ("v.Api.ask()", R,
         "import v\ndef f(api: v.Api):\n  return api.ask()['code'] == 4100", "CLB101"),
        ("v.Api.ask()", R,
         "import v\nclass A(v.Api):\n  def f(self):\n    self.ask()['code'] == 4100", "CLB101"),
        ("v.last", C, "import v\nif v.last == 4100: pass", "CLB101"),
        ("v.last", C, "from v import last as code\nif code == 4100: pass", "CLB101"),
        ("v.send()", "3.0 response", "import v\nv.send()['Error']['Code'] == 4100", "CLB105"),
        ("v.E.code", C, "import v\ntry: go()\nexcept v.E as e:\n  e.code == 4103", "CLB101"),
        ("v.E.get()", C,
         "from v import E, F\ntry: go()\nexcept (F, E) as e:\n  e.get() == 4103", "CLB101"),
        ("v.E.code", "3.0 code",
         "from v import E\ntry: go()\nexcept E as e:\n  if e.code == 4103: pass", "CLB105"),
        ("v.f()", "3.0 response", "import v\nv.f()['Response']['Error']['Code'] == 4100", "CLB105"),
        ("v.Error.code", "3.0 code", "import v\nif v.Error().code == 4100: pass", "CLB105"),
        ("main.f()", R, "def f(): return load()\nif f()['code'] == 4100: pass", "CLB101"),
        ("main.f(x)", R, "def f(x):\n  if x['code'] == 4100: pass", "CLB101"),
        ("main.A.f(x)", C, "class A:\n  def f(self, x):\n    if x == 4100: pass", "CLB101"),
        ("main.A.code", C,
         "class A: pass\ndef f():\n  a = A()\n  if a.code == 4100: pass", "CLB101"),
        ("pkg.main.LAST", C, "LAST = load()\nif LAST == 4100: pass", "CLB101"),
    ],
)  # fmt: skip
def test_a_declared_name_is_a_source(name: str, kind: str, code: str, rule: str) -> None:
    last = code.count("\n") + 1
    assert found({"pkg/main.py": code}, {name: kind}) == [f"pkg/main.py:{last} {rule} certain"]


def test_it_is_followed_into_other_modules() -> None:
    files = {
        "api.py": "from vendor.cloud import send\ndef ask(name):\n    return send(name)\n",
        "check.py": "from api import ask\nfrom codes import AUTH\nask('x')['code'] == AUTH\n",
        "codes.py": "AUTH = 4100\n",
        "other.py": "import json\ncode = json.load(open('x'))['code']\nif code == 4100: pass\n",
    }
    assert found(files, {"vendor.cloud.send()": "legacy response"}) == [
        "check.py:3 CLB101 certain",
        "codes.py:1 CLB103 certain",
    ]


@pytest.mark.parametrize(
    "code",
    [
        "from vendor import sent\nif sent()['code'] == 4100: pass",
        "from vendors import send\nif send()['code'] == 4100: pass",
        "def send(): return {'code': int(input())}\nif send()['code'] == 4100: pass",
        "import json\nvendor = json\nif vendor.send()['code'] == 4100: pass",
    ],
)
def test_another_name_is_not(code: str) -> None:
    lines = found({"main.py": code}, {"vendor.send()": "legacy response"})
    assert [line for line in lines if "certain" in line] == []
    assert "unmatched vendor.send()" in lines


def test_a_response_is_no_code() -> None:
    code = "from vendor import send\nif send() == 4100: pass\nif send()['value'] == 4100: pass\n"
    assert found({"main.py": code}, {"vendor.send()": "legacy response"}) == []


def test_a_parameter_that_is_not_there_is_told() -> None:
    code = "def handle(answer):\n    return answer\nif handle(1) == 4100: pass\n"
    declared = {"main.handle(reply)": "legacy code"}
    assert found({"main.py": code}, declared) == ["unmatched main.handle(reply)"]
