"""The formats for other programs."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import clb_migrate
from clb_migrate.findings import Location, Span
from clb_migrate.fingerprints import fingerprints
from clb_migrate.output import View, format_names, load_format
from clb_migrate.output.formats import concise, jsonl
from clb_migrate.output.formats import json as json_format
from clb_migrate.run import Report
from clb_migrate.withholding import Origin, Withheld, Withholding
from tests.output.reports import CHECK, CODE, EMPTY, FULL, HOSTILE, REPORTS


def as_json(report: Report) -> Any:
    return json.loads("".join(json_format.render(report, View())))


class TestJson:
    def test_a_finding(self) -> None:
        first, _ = as_json(FULL)
        assert first == {
            "rule": "CLB101",
            "name": "error-code-check",
            "path": "app/cloud.py",
            "line": 5,
            "column": 8,
            "end_line": 5,
            "end_column": 30,
            "message": "compares the legacy code with 4104",
            "confidence": "certain",
            "legacy": ["4104"],
            "meaning": "The key does not exist",
            "action": "Check the key used for the request.",
            "replacement": ["AuthFailure.InvalidSecretId", "AuthFailure.SecretIdNotFound"],
            "trail": [
                {
                    "path": "app/cloud.py",
                    "line": 1,
                    "column": 6,
                    "text": "imports the legacy SDK",
                },
                {"path": "app/cloud.py", "line": 4, "column": 14, "text": "parses the answer"},
            ],
            "fix": {"applicability": "manual", "reason": "rewrite by hand"},
            "fingerprint": fingerprints((CHECK,), FULL.texts)[0],
        }

    def test_nothing_found(self) -> None:
        assert "".join(json_format.render(EMPTY, View())) == "[]\n"

    def test_it_is_ascii_whatever_the_code_says(self) -> None:
        finding = replace(CHECK, message="错误 \u2028")
        written = "".join(json_format.render(Report((finding,), 1, 1), View()))
        assert written.isascii()
        assert json.loads(written)[0]["message"] == "错误 \u2028"

    def test_it_has_no_colours(self) -> None:
        assert [*json_format.render(FULL, View(colour=True, width=20))] == [
            *json_format.render(FULL, View())
        ]

    def test_statistics(self) -> None:
        written = "".join(json_format.render_statistics(FULL, View()))
        assert json.loads(written) == [
            {"rule": "CLB101", "name": "error-code-check", "count": 1},
            {"rule": "CLB901", "name": "unreadable-file", "count": 1},
        ]
        assert "".join(json_format.render_statistics(EMPTY, View())) == "[]\n"


class TestJsonLines:
    @pytest.mark.parametrize("name", REPORTS)
    def test_they_are_the_objects_of_json(self, name: str) -> None:
        lines = "".join(jsonl.render(REPORTS[name], View())).splitlines()
        assert [json.loads(line) for line in lines] == as_json(REPORTS[name])

    def test_a_finding_is_a_line_whatever_it_says(self) -> None:
        written = "".join(jsonl.render(HOSTILE, View()))
        assert written.isascii()
        assert written.count("\n") == 1

    def test_statistics(self) -> None:
        assert "".join(jsonl.render_statistics(FULL, View())).splitlines() == [
            '{"rule": "CLB101", "name": "error-code-check", "count": 1}',
            '{"rule": "CLB901", "name": "unreadable-file", "count": 1}',
        ]


class TestFingerprints:
    def test_what_is_withheld_counts(self) -> None:
        twice = replace(CHECK, location=Location("app/cloud.py", Span(7, 8, 7, 30)))
        texts = {"app/cloud.py": CODE + CODE.splitlines()[4] + "\n"}
        _, second = as_json(Report((CHECK, twice), 1, 1, texts))
        suppressed = (Withheld(CHECK, Withholding(Origin.IN_SOURCE)),)
        (left,) = as_json(Report((twice,), 1, 1, texts, withheld=suppressed))
        assert left["fingerprint"] == second["fingerprint"]


class TestConcise:
    def test_a_report(self) -> None:
        assert "".join(concise.render(FULL, View())) == (
            "app/cloud.py:5:8: CLB101 [certain] compares the legacy code with 4104\n"
            "b.py:1:1: CLB901 [certain] cannot read this file: permission denied\n"
        )

    def test_nothing_found(self) -> None:
        assert [*concise.render(EMPTY, View())] == []

    def test_a_finding_is_a_line_whatever_it_says(self) -> None:
        finding = replace(
            CHECK, location=Location("a\r\nb.py", Span(1, 2, 1, 3)), message="one\ntwo\x1b"
        )
        (line,) = concise.render(Report((finding,), 1, 1), View())
        assert re.fullmatch(r"[ -~]+\n", line)

    def test_statistics(self) -> None:
        assert "".join(concise.render_statistics(FULL, View())) == (
            "1\tCLB101\terror-code-check\n1\tCLB901\tunreadable-file\n"
        )


class TestFolder:
    def test_a_format_is_a_module(self) -> None:
        assert format_names() == (
            "concise",
            "github",
            "gitlab",
            "json",
            "jsonl",
            "junit",
            "markdown",
            "rdjson",
            "sarif",
            "text",
        )

    @pytest.mark.parametrize("name", format_names())
    @pytest.mark.parametrize("report", REPORTS)
    def test_each_can_show_any_report(self, name: str, report: str) -> None:
        output = load_format(name)
        for render in (output.render, output.render_statistics):
            written = "".join(render(REPORTS[report], View()))
            assert "\0" not in written
            # GitHub finds a file by its exact name.
            assert "\x1b" not in written.replace("\x1b💥.py", "")
            written.encode("utf-8")

    @pytest.mark.parametrize("name", format_names())
    def test_each_is_told_of(self, name: str) -> None:
        page = (Path(clb_migrate.__file__).parent / "docs" / "formats.md").read_text()
        assert f"\n## {name}\n" in page
        assert f"\n| [`{name}`](#{name}) |" in page

    @pytest.mark.parametrize("name", format_names())
    def test_counts_say_how_many(self, name: str) -> None:
        report = Report((CHECK,) * 37, 1, 1)
        assert "37" in "".join(load_format(name).render_statistics(report, View()))

    def test_any_other_cannot(self) -> None:
        with pytest.raises(ImportError):
            load_format("klingon")
