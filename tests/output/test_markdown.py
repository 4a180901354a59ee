"""The summary in Markdown, as it looks once it is HTML."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from markdown_it import MarkdownIt

from clb_migrate.findings import Certainty
from clb_migrate.output import View
from clb_migrate.output.excerpt import printable
from clb_migrate.output.formats import markdown
from clb_migrate.run import Report
from tests.output.reports import (
    ALL_SURE,
    CHECK,
    EMPTY,
    FAILED,
    FULL,
    HOSTILE,
    NASTY,
    NASTY_PATH,
    REPORTS,
    WITHHELD,
)


def html(written: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(written))


def rows(report: Report) -> list[list[str]]:
    """Return the texts of the cells of the table of findings."""
    *_, table = re.findall(r"<table>.*?</table>", html(rendered(report)), re.DOTALL)
    return [
        [unescape(re.sub(r"<[^>]*>", "", cell)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in re.findall(r"<tr>(.*?)</tr>", table, re.DOTALL)[1:]
    ]


def rendered(report: Report) -> str:
    return "".join(markdown.render(report, View()))


def test_a_report() -> None:
    assert rendered(FULL).startswith(
        "### clb-migrate\n\nFound 2 findings in 2 files (120 files checked).\n"
    )
    assert rows(FULL) == [
        [
            "app/cloud.py:5",
            "CLB101",
            "certain",
            "compares the legacy code with 4104",
            "AuthFailure.InvalidSecretIdAuthFailure.SecretIdNotFound",
        ],
        ["b.py:1", "CLB901", "certain", "cannot read this file: permission denied", ""],
    ]


def test_nothing_found() -> None:
    assert rendered(EMPTY) == "### clb-migrate\n\nAll checks passed (3 files checked).\n"


def test_a_check_that_could_not_be_done() -> None:
    told = html(rendered(FAILED))
    assert "<p>Nothing was checked: no such file or folder: 'missing'</p>" in told


def test_what_has_no_counterpart_says_so() -> None:
    assert rows(ALL_SURE)[1][-1] == "no counterpart"


def test_the_surest_come_first() -> None:
    doubtful = replace(CHECK, certainty=Certainty.POSSIBLE)
    found = rows(Report((doubtful, CHECK), 1, 1))
    assert [row[2] for row in found] == ["certain", "possible"]


def test_what_the_code_says_is_text() -> None:
    ((place, rule, _, message, replacement),) = rows(HOSTILE)
    assert place == printable(f"{NASTY_PATH}:1")
    assert rule == "CLB101"
    assert message == replacement == printable(NASTY)
    made = html(rendered(HOSTILE))
    assert "<b>" not in made
    assert "<em>" not in made


@pytest.mark.parametrize("text", ["@someone", "#12", "$x$", "~~x~~", "[a](b)", "![a](b)", "a\\|b"])
def test_no_mention_no_link_no_formula(text: str) -> None:
    (row,) = rows(Report((replace(CHECK, message=text),), 1, 1))
    assert row[3] == text
    assert text not in rendered(Report((replace(CHECK, message=text),), 1, 1))


def test_notices() -> None:
    assert "Warning: pyproject.toml: sources: nothing" in html(rendered(WITHHELD))


def test_a_long_report_fits_and_says_that_it_is_cut() -> None:
    report = Report((CHECK,) * 2000, 1, 1)
    written = rendered(report)
    assert len(written) < 65_000
    listed = len(rows(report))
    assert 100 < listed < 2000
    assert f"Not listed here, for want of room: {2000 - listed} of 2000.\n" in written


@pytest.mark.parametrize("name", REPORTS)
def test_statistics_are_the_overview(name: str) -> None:
    written = "".join(markdown.render_statistics(REPORTS[name], View()))
    assert rendered(REPORTS[name]).startswith(written)
