"""Python 2 files are analysed like all others, and point at their own lines and columns."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clb_migrate.analysis import program as ir
from clb_migrate.analysis.lowering import lower
from clb_migrate.findings import Certainty, Finding
from clb_migrate.run import Settings, check_bytes
from clb_migrate.source.read import Source
from tests.examples.runner import findings_in, shipped_rules

HEAD = """\
# -*- coding: utf-8 -*-
import json
from QcloudApi.qcloudapi import QcloudApi
r = json.loads(QcloudApi('lb', {}).call('DescribeLoadBalancers', {}))
"""
PYTHON_2 = "this file is Python 2"


def found_below_head(body: str, newline: str = "\n") -> list[Finding]:
    text = (HEAD + body).replace("\n", newline)
    findings = findings_in([Source("old.py", text.encode(), text)])
    return [finding for finding in findings if finding.location.span.line > HEAD.count("\n")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("print r['code'] == 4100, 'x'", "r['code'] == 4100"),
        ("print '权限', r['message']", "r['message']"),
        ("print 0777, 10L, `r['code']`, 1 <> 2", "r['code']"),
        ("print>>f, r['code']", "r['code']"),
        ("if 1 <> 2 and r['code'] <> 0: print 3", "r['code'] <> 0"),
        ("raise E, r['message'], tb", "r['message']"),
        ("exec 'x' in r['code']", "r['code']"),
        ("x = lambda (a, b): r['code'] == 4104; print x", "r['code'] == 4104"),
        ("print [y for y in 1, r['code']]", "r['code']"),
        ("assert r['code'] / 100 == 41L, `1`", "r['code'] / 100 == 41L"),
        ("print r['code'] in (4100L, 4101L)", "r['code'] in (4100L, 4101L)"),
        ("print r[ur'code'] == `4100`", "r[ur'code'] == `4100`"),
    ],
)
def test_findings_mark_what_the_file_says(line: str, marked: str, newline: str) -> None:
    (finding,) = found_below_head(f"\n{line}\n", newline)
    span = finding.location.span
    number = HEAD.count("\n") + 2
    start = line.index(marked) + 1
    assert (span.line, span.end_line) == (number, number)
    assert (span.column, span.end_column) == (start, start + len(marked))


def test_a_tab_is_one_column() -> None:
    (finding,) = found_below_head("if 1:\n    if 2:\n\tprint r['code']\n")
    assert finding.location.span.column == 8


def test_lines_stay_after_what_takes_more_of_them() -> None:
    """Python 3 needs a statement of its own where Python 2 took a tuple apart."""
    body = "def f((a, b)):\n    for x in a: pass\n    if a == 4100: print b\nf((r['code'], 1))\n"
    check = [finding for finding in found_below_head(body) if finding.rule == "CLB101"]
    assert [finding.location.span.line for finding in check] == [HEAD.count("\n") + 3]
    assert check[0].location.span.column == 8


def test_trails_pass_the_lines_of_the_file() -> None:
    body = "try:\n    raise E, r['code']\nexcept E, (code, text):\n    print code == 4100\n"
    for finding in found_below_head(body):
        for step in finding.trail:
            assert step.location.span.line <= HEAD.count("\n") + body.count("\n")


def test_the_fix_says_that_the_file_is_python_2() -> None:
    (old,) = found_below_head("print r['code'] == 4100\n")
    (new,) = found_below_head("print(r['code'] == 4100)\n")
    assert old.fix.reason.startswith(PYTHON_2)
    assert old.fix.reason.endswith(new.fix.reason)
    assert PYTHON_2 not in new.fix.reason


def test_names_that_became_keywords_make_no_python_2() -> None:
    (finding,) = found_below_head("x.async = r['code'] == 4100\n")
    assert PYTHON_2 not in finding.fix.reason


def test_facts_are_told_from_the_bytes_alone() -> None:
    data = (HEAD + "print r['code']\n").encode()
    first, second = lower("a.py", data), lower("a.py", bytes(bytearray(data)))
    assert first == second
    assert isinstance(first, ir.Program)
    assert first.python2


@pytest.mark.parametrize("name", ["old.py", "-"])
def test_bytes_without_a_file(name: str) -> None:
    data = HEAD.encode() + b"print r['code'] == 4100\n"
    report = check_bytes(name, data, Settings(), shipped_rules())
    assert [finding.rule for finding in report.findings][-1] == "CLB101"
    assert report.findings[-1].certainty is Certainty.CERTAIN


def test_a_clean_file_that_is_named_is_no_unreadable_one() -> None:
    assert not check_bytes("old.py", b"print 'x'\n", Settings(), shipped_rules()).findings


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("print 'x'\nx = = 1\nprint 'y'\n", 6, 5),
        ("print 'x'\nif 1:\n    print 'y'\n  print 'z'\n", 8, 12),
        ("def f((a, b)):\n    for x in a: pass\nx = = 1\n", 7, 5),
    ],
)
def test_a_mistake_is_told_where_it_is(body: str, line: int, column: int) -> None:
    """The first line of Python 2 is not the mistake."""
    (finding,) = found_below_head(body)
    assert finding.rule == "CLB901"
    assert finding.location.span.line == line
    assert finding.location.span.column <= column
    assert "Python 2" in finding.message


def test_a_mistake_in_python_3_is_told_as_before() -> None:
    (finding,) = found_below_head("x = 1\ny = = 2\n")
    assert finding.rule == "CLB901"
    assert "Python 2" not in finding.message


@pytest.mark.parametrize(
    "data",
    [
        "# coding: latin-1\nprint 'é'\n".encode("latin-1"),
        "# coding: gb2312\nprint u'权'\n".encode("gb2312"),
        b"\xef\xbb\xbfprint 'x'\n",
        b"print 'x'\r\nprint 'y'\r\n",
        b"print 'x'",
        b"if 1:\n\tprint 1\n        print 2\n",
        b"print b'\xc3\xa9', '\\u12', '\\N'\n",
    ],
)
def test_encodings_and_layout(data: bytes) -> None:
    program = lower("old.py", data)
    assert isinstance(program, ir.Program)
    assert program.python2


@pytest.mark.parametrize(
    "data", [b"print '\xff'\n", b"# coding: nonsense\nprint 1\n", b"print '\0'\n"]
)
def test_what_python_2_could_not_read_either(data: bytes) -> None:
    assert isinstance(lower("old.py", data), ir.Unparsable)


LOWER_ALL = """
from pathlib import Path
from clb_migrate.analysis.lowering import lower
for file in sorted(Path().iterdir()):
    print(f"{file.stem}: {lower(file.name, file.read_bytes()).reason}", flush=True)
"""
DEEP = {
    "parentheses": "(" * 3000 + ")" * 3000,
    "negations": "not " * 8000 + "1",
    "signs": "-" * 8000 + "1",
    "lambdas": "lambda: " * 8000 + "1",
    "tuple lambdas": "lambda (a, b): " * 1500 + "1",
    "backticks": "`a+" * 5000 + "1",
    "calls": "a" + ".b()" * 8000,
    "powers": "2 ** " * 8000 + "1",
    "inside a formatted string": "f'{" + "(" * 3000 + ")" * 3000 + "}'",
    "junctions": "a and " * 20000 + "b",
}
NEWER = {
    "Python 2": "print 'x'\n",
    "a handler": "try: pass\nexcept A, b: pass\n",
    "a newer Python": "type X = int\n",
    "this Python": "",
}


@pytest.mark.parametrize("start", NEWER.values(), ids=NEWER.keys())
def test_no_depth_ends_the_process(start: str, tmp_path: Path) -> None:
    """Python's own parser stops at what it does not know, before it sees what is deep."""
    for name, expression in DEEP.items():
        (tmp_path / f"{name}.py").write_text(f"{start}x = {expression}\n")
    run = subprocess.run(
        [sys.executable, "-c", LOWER_ALL],
        cwd=tmp_path,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stdout
    assert not run.stderr
    told = dict(line.split(": ") for line in run.stdout.splitlines())
    assert told.keys() == DEEP.keys()
    assert {reason for reason in told.values() if "nested too deeply" not in reason} <= {
        "syntax error",  # what Python 3 cannot read anyway
    }
