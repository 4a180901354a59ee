"""Strings by which tests put mocks in the place of a client's class."""

from __future__ import annotations

import pytest

from clb_migrate.api import Applicability, Migration, fix

TOOL = b"""\
import json
from QcloudApi.qcloudapi import QcloudApi

def connect():
    return QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})

def describe():
    return json.loads(connect().call("DescribeLoadBalancers", {"forward": 1}))

def works():
    return describe()["code"] == 0

print(works())
"""
TESTS = "from unittest import mock\nimport pkg.tool\nfrom pkg import tool\n"


def fixed(tests: str) -> Migration:
    files = {"pkg/__init__.py": b"", "pkg/tool.py": TOOL}
    return fix({**files, "tests.py": (TESTS + tests).encode()})


def after(migration: Migration) -> dict[str, str]:
    return {change.shown: change.after.decode() for change in migration.changes}


@pytest.mark.parametrize(
    ("before", "wanted"),
    [
        ('mock.patch("pkg.tool.QcloudApi")', 'mock.patch("pkg.tool.CommonClient")'),
        ("mock.patch('pkg.tool.QcloudApi')", "mock.patch('pkg.tool.CommonClient')"),
        ('mock.patch.object(tool, "QcloudApi")', 'mock.patch.object(tool, "CommonClient")'),
    ],
)
def test_a_mock_that_only_stands_there_gets_the_new_name(before: str, wanted: str) -> None:
    migration = fixed(f"with {before} as made:\n    pkg.tool.connect()\nprint(made.call_count)\n")
    assert wanted in after(migration)["tests.py"]
    assert "CommonClient" in after(migration)["pkg/tool.py"]


@pytest.mark.parametrize(
    "tests",
    [
        'with mock.patch("pkg.tool.QcloudApi") as made:\n'
        "    made.return_value.call.return_value = b'{\"code\": 0}'\n",
        'mock.patch("pkg.tool.QcloudApi", side_effect=ValueError)\n',
        'def test(monkeypatch):\n    monkeypatch.setattr("pkg.tool.QcloudApi", list)\n',
        'def test(monkeypatch):\n    monkeypatch.setattr(tool, "QcloudApi", list)\n',
        'setattr(tool, "QcloudApi", list)\n',
        'mock.patch("pkg.tool.describe", return_value={"code": 0})\n',
        'mock.patch("%s.%s" % (tool.__name__, "QcloudApi"))\n',
    ],
    ids=["answers", "effect", "fake", "fake of an object", "setattr", "function", "pattern"],
)
def test_a_mock_that_answers_stands_in_the_way(tests: str) -> None:
    migration = fixed(tests)
    assert not migration.changes
    assert {flow.applicability for flow in migration.flows} == {Applicability.MANUAL}
    told = [reason for flow in migration.flows for reason in flow.reasons]
    assert any(reason.location.path == "tests.py" for reason in told)
    assert any("mock" in reason.text or "patch" in reason.text for reason in told)


@pytest.mark.parametrize(
    "tests",
    ['mock.patch("pkg.tool.works", return_value=True)\n', 'mock.patch("os.getcwd")\n'],
)
def test_other_mocks_are_no_matter(tests: str) -> None:
    assert after(fixed(tests)).keys() == {"pkg/tool.py"}
