"""The format for people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clb_migrate.findings import Location, Span
from clb_migrate.output import View
from clb_migrate.output.formats import text
from clb_migrate.run import Report
from tests.output.reports import CHECK, CODE, EMPTY, FULL, UNREADABLE

EXPECTED = """\
app/cloud.py:5:8: CLB101 error-code-check: compares the legacy code with 4104
  5 | if answer["code"] == 4104:
    |    ^^^^^^^^^^^^^^^^^^^^^^
    meaning    The key does not exist
    action     Check the key used for the request.
    API 3.0    AuthFailure.InvalidSecretId, AuthFailure.SecretIdNotFound
    fix        manual: rewrite by hand
    certainty  certain
    trail
      app/cloud.py:1:6   imports the legacy SDK
      app/cloud.py:4:14  parses the answer

b.py:1:1: CLB901 unreadable-file: cannot read this file: permission denied
    action     Mend the file.
    fix        manual: the file must be mended first
    certainty  certain

Found 2 findings in 2 files (120 files checked).
"""


def rendered(report: Report, view: View = View()) -> str:  # noqa: B008 - it is frozen
    return "".join(text.render(report, view))


def test_a_whole_report() -> None:
    assert rendered(FULL) == EXPECTED


def test_nothing_found() -> None:
    assert rendered(EMPTY) == "All checks passed (3 files checked).\n"


@pytest.mark.parametrize(
    ("findings", "scanned", "sentence"),
    [
        ((CHECK,), 1, "Found 1 finding in 1 file (1 file checked)."),
        ((CHECK, CHECK), 2, "Found 2 findings in 1 file (2 files checked)."),
        ((), 0, "All checks passed (0 files checked)."),
    ],
)
def test_closing_sentence(findings: tuple[object, ...], scanned: int, sentence: str) -> None:
    report = Report(tuple([CHECK] * len(findings)), scanned, 0)
    assert rendered(report).endswith(sentence + "\n")


def test_what_has_no_counterpart_says_so() -> None:
    report = Report((replace(CHECK, replacement=()),), 1, 1)
    assert "    API 3.0    no counterpart\n" in rendered(report)


def test_a_file_that_could_not_be_read_has_no_line_to_show() -> None:
    assert "|" not in rendered(Report((UNREADABLE,), 1, 0, {"b.py": ""}))


def test_several_steps_stand_below_each_other() -> None:
    finding = replace(CHECK, fix=replace(CHECK.fix, reason="by hand:\n1. one\n2. two"))
    assert (
        "    fix        manual: by hand:\n               1. one\n               2. two\n"
        in rendered(Report((finding,), 1, 1))
    )


def test_colours_change_nothing_but_colours() -> None:
    coloured = rendered(FULL, View(colour=True))
    assert "\x1b[1;31mCLB101\x1b[0m" in coloured
    plain = coloured
    for number in ("0", "1", "1;31", "31", "36", "32"):
        plain = plain.replace(f"\x1b[{number}m", "")
    assert plain == EXPECTED


def test_explanations_fit_a_narrow_terminal() -> None:
    long = replace(CHECK, meaning="word " * 40, replacement=())
    lines = rendered(Report((long,), 1, 1), View(width=60)).splitlines()
    start = next(number for number, line in enumerate(lines) if "meaning" in line)
    assert all(len(line) <= 60 for line in lines[start:])
    assert lines[start + 1].startswith(" " * 15 + "word")


def test_what_the_analysed_code_says_cannot_drive_the_terminal() -> None:
    code = CODE.replace("4104:", "4104:  # \x1b[2J\u202e")
    shown = rendered(Report((CHECK,), 1, 1, {"app/cloud.py": code}))
    assert r"4104:  # \x1b[2J\u202e" in shown
    assert "\x1b" not in shown


def test_file_names_keep_to_their_line() -> None:
    finding = replace(CHECK, location=Location("a\nb.py", Span(1, 1, 1, 2)), trail=())
    assert rendered(Report((finding,), 1, 1)).startswith(r"a\nb.py:1:1: CLB101")


def test_statistics() -> None:
    report = Report((CHECK, *[UNREADABLE] * 10), scanned=4, analysed=1)
    assert "".join(text.render_statistics(report, View())) == (
        "10  CLB901  unreadable-file\n"
        " 1  CLB101  error-code-check\n"
        "Found 11 findings in 2 files (4 files checked).\n"
    )
    assert "".join(text.render_statistics(EMPTY, View())) == rendered(EMPTY)
