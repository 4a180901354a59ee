"""Comments that `check --add-ignores` writes: where they stand, and what holds afterwards."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clb_migrate import api
from clb_migrate.errors import UserError
from clb_migrate.findings import Finding
from clb_migrate.source.read import Source, decode
from clb_migrate.suppressions.adding import NEVER, additions, required_reason
from clb_migrate.suppressions.judging import read
from clb_migrate.suppressions.splicing import spliced
from tests.suppressions.programs import HEAD

EXAMPLES = Path(__file__).parent.parent / "examples" / "fires"
PROGRAMS = [path for path in sorted(EXAMPLES.rglob("*.py")) if path.stat().st_size < 3000]
MIGRATED = sorted((EXAMPLES.parent.parent / "fixes" / "examples").glob("*_before.py"))


def with_comments(
    data: bytes, findings: tuple[Finding, ...], path: str = "a.py", reason: str = ""
) -> bytes:
    source = decode(data, path)
    assert isinstance(source, Source)
    after = spliced(path, data, additions(path, read(path, source.text), findings, reason))
    assert after is not None
    return after


def added(code: str, path: str = "a.py", reason: str = "") -> str:
    data = code.encode()
    return with_comments(data, api.check({path: data}).findings, path, reason).decode()


def quiet(code: str) -> str:
    """Return what becomes of lines behind `HEAD`."""
    after = added(HEAD + code)
    assert api.check({"a.py": after.encode()}).findings == ()
    return after.split("\n", HEAD.count("\n"))[-1]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('ok = answer["code"] == 4105', 'ok = answer["code"] == 4105  # clb: ignore[CLB101]'),
        (
            'ok = answer["code"] == 4105 or answer["message"]\n',
            'ok = answer["code"] == 4105 or answer["message"]  # clb: ignore[CLB101, CLB104]\n',
        ),
        (
            'ok = answer["code"] == 4105  # mine \n',
            'ok = answer["code"] == 4105  # mine  # clb: ignore[CLB101] \n',
        ),
        (
            'x = answer["message"], answer["code"] == 4105  # clb: ignore[CLB104] -- why\n',
            'x = answer["message"], answer["code"] == 4105  # clb: ignore[CLB104, CLB101] -- why\n',
        ),
        (
            'ok = answer["code"] \\\n    == 4105\n',
            'ok = answer["code"] \\\n    == 4105  # clb: ignore[CLB101]\n',
        ),
        (
            'HOST = """\nlb.api.qcloud.com\n"""\n',
            'HOST = """\nlb.api.qcloud.com\n"""  # clb: ignore[CLB201]\n',
        ),
        (
            'ok = (\n    answer["code"]\n    == 4105\n)\n',
            'ok = (\n    answer["code"]  # clb: ignore[CLB101]\n    == 4105\n)\n',
        ),
        (
            "if answer['code'] == 4105: print 'no'\n",
            "if answer['code'] == 4105: print 'no'  # clb: ignore[CLB101]\n",
        ),
    ],
)
def test_where_they_stand(before: str, after: str) -> None:
    assert quiet(before) == after


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("requirements.txt", "qcloudapi-sdk-python\r\n", "qcloudapi-sdk-python  {}\r\n"),
        (
            "requirements.txt",
            "qcloudapi-sdk-python \\\n    ==2.0.15 \\\n    --hash=sha256:0\n",
            "{}\nqcloudapi-sdk-python \\\n    ==2.0.15 \\\n    --hash=sha256:0\n",
        ),
        (
            "setup.cfg",
            "[options]\ninstall_requires =\n    qcloudapi-sdk-python\n",
            "[options]\ninstall_requires =\n    {}\n    qcloudapi-sdk-python\n",
        ),
        (
            "pyproject.toml",
            '[project]\ndependencies = ["x", "qcloudapi-sdk-python"]\n',
            '[project]\ndependencies = ["x", "qcloudapi-sdk-python"]  {}\n',
        ),
        (
            "environment.yml",
            "dependencies:\n- pip:\n  - qcloudapi-sdk-python # mine\n",
            "dependencies:\n- pip:\n  - qcloudapi-sdk-python # mine  {}\n",
        ),
    ],
)
def test_in_files_that_declare_dependencies(path: str, before: str, after: str) -> None:
    found = added(before, path)
    assert found == after.format("# clb: ignore[CLB207]")
    report = api.check({path: found.encode()})
    assert (report.findings, len(report.withheld)) == ((), 1)


def test_a_reason() -> None:
    after = added("import QcloudApi\n", reason=required_reason(" until spring, see #12 "))
    assert after == "import QcloudApi  # clb: ignore[CLB202] -- until spring, see #12\n"
    (withheld,) = api.check({"a.py": after.encode()}).withheld
    assert withheld.withholding.reason == "until spring, see #12"


@pytest.mark.parametrize("reason", ["two\nlines", "a # noqa", "a # clb: ignore", "a\x07b"])
def test_what_can_be_no_reason(reason: str) -> None:
    with pytest.raises(UserError, match="--reason"):
        required_reason(reason)


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_afterwards_a_check_is_quiet(path: Path) -> None:
    """Whatever is found, one comment for each is enough, and none is of no use."""
    data = path.read_bytes()
    before = api.check({"a.py": data}, select=["ALL"])
    wanted = [each for each in before.findings if each.rule not in NEVER]
    after = with_comments(data, tuple(wanted))
    report = api.check({"a.py": after}, select=["ALL"])
    assert {each.rule for each in report.findings} <= {"CLB901"}
    assert [each.finding.message for each in report.withheld] == [each.message for each in wanted]
    assert meaning(after) == meaning(data)


def meaning(data: bytes) -> str:
    """What Python takes a file for; the same for all that it cannot parse."""
    try:
        return ast.dump(ast.parse(data))
    except SyntaxError:
        return ""


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.sampled_from(MIGRATED), st.data())
def test_what_is_suppressed_is_not_edited(path: Path, data: st.DataObject) -> None:
    before = path.read_bytes()
    findings = api.check({"a.py": before}, select=["ALL"]).findings
    chosen = data.draw(st.sampled_from(findings))
    after = with_comments(before, (chosen,))
    migration = api.fix({"a.py": after}, unsafe=True)
    fixed = migration.changes[0].after if migration.changes else after
    span = chosen.location.span
    lines = after.decode().splitlines()[span.line - 1 : span.end_line]
    assert "\n".join(lines) in fixed.decode()
