"""A baseline knows what was there, wherever its lines went, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clb_migrate import api, baseline
from clb_migrate.baseline import Baseline
from clb_migrate.cli import clean
from clb_migrate.errors import UserError
from clb_migrate.withholding import Origin

LEGACY = """\
import json
from QcloudApi.qcloudapi import QcloudApi


def listed(config, params):
    answer = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", params))
    if answer["code"] == 4100:
        raise PermissionError
    return answer


def removed(config, params):
    answer = json.loads(QcloudApi("lb", config).call("DeleteLoadBalancers", params))
    if answer["code"] == 4100:
        raise PermissionError
    return answer["code"] == 0
"""
PROJECTS = sorted((Path(__file__).parent / "projects" / "fires").iterdir())
EXAMPLES = sorted((Path(__file__).parent / "examples" / "fires").rglob("*.py"))


def of(text: str, path: str = "app.py") -> Baseline:
    """Return the baseline of a file."""
    report = api.check({path: text.encode()})
    made = Baseline(baseline.FILE)
    return Baseline(made.file, tuple(made.in_report(report)))


def new(text: str, known: Baseline, path: str = "app.py") -> list[str]:
    """Return the rules of what a check of a file reports that is not in a baseline."""
    report = api.check({path: text.encode()})
    withheld = known.withholder(report.findings, report.texts.get)
    assert all(each.origin is Origin.EXTERNAL for each in withheld.values())
    return [each.rule for at, each in enumerate(report.findings) if at not in withheld]


def test_what_was_there_is_not_new() -> None:
    assert new(LEGACY, of(LEGACY)) == []


@pytest.mark.parametrize("path", EXAMPLES[::7], ids=lambda path: path.stem)
def test_nothing_is_new_in_any_example(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert new(text, of(text)) == []


@pytest.mark.parametrize("folder", PROJECTS[::5], ids=lambda folder: folder.name)
def test_nothing_is_new_in_any_project(folder: Path) -> None:
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.py")
    }
    report = api.check(files)
    known = Baseline("known.json", tuple(Baseline("known.json").in_report(report)))
    assert len({entry.key for entry in known.entries}) == len(report.findings) > 0
    moved = {path: b"# -*- coding: utf-8 -*-\n\n" + data for path, data in files.items()}
    assert [*known.withholder(report.findings, report.texts.get)] == [*range(len(report.findings))]
    again = api.check(moved)
    assert len(known.withholder(again.findings, again.texts.get)) == len(again.findings)
    path = report.findings[0].location.path
    more = api.check({**files, path: files[path] + b"\n\n" + ADDED})
    withheld = known.withholder(more.findings, more.texts.get)
    left = {each.rule for at, each in enumerate(more.findings) if at not in withheld}
    assert left == {"CLB202", "CLB203", "CLB204"}


ADDED = b"""\
def added_meanwhile(config):
    from QcloudApi.qcloudapi import QcloudApi

    return QcloudApi("lb", config).call("DeleteLoadBalancers", {})
"""


UNRELATED = [
    "",
    "# a remark",
    "OTHER = 1",
    "def helper():\n    return [4100]",
    "class Thing:\n    x = 1",
]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from(UNRELATED)), max_size=5))
def test_what_is_put_between_definitions_makes_nothing_new(
    added: list[tuple[int, str]],
) -> None:
    parts = LEGACY.split("\n\n\n")
    for place, text in added:
        parts[place] += f"\n\n{text}"
    assert new("\n\n\n".join(parts), of(LEGACY)) == []


IN_BRACKETS = LEGACY.replace('("lb", config)', '(\n        "lb",\n        config\n    )')
BETWEEN_LINES = ["", "    ", "# a remark", "        # ('\"", "\f", "# \\"]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_is_put_between_lines_makes_nothing_new(data: st.DataObject) -> None:
    lines = IN_BRACKETS.splitlines()
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(lines)))
        lines.insert(place, data.draw(st.sampled_from(BETWEEN_LINES)))
    known = of(IN_BRACKETS)
    text = "\n".join(lines) + "\n"
    assert new(text, known) == []
    # And the other way round: what was between the lines goes.
    assert new(IN_BRACKETS, of(text)) == []


@pytest.mark.parametrize(
    ("old", "changed", "rules"),
    [
        ('"DescribeLoadBalancers"', '"CreateLoadBalancer"', ["CLB204"]),
        ("4100", "4104", ["CLB101"]),
        ("def listed", "def shown", ["CLB203", "CLB204", "CLB101"]),
        ("    return answer\n", "    if answer['code'] == 4100:\n        pass\n    return answer\n",
         ["CLB101"]),
    ],
)  # fmt: skip
def test_what_is_new_is_told(old: str, changed: str, rules: list[str]) -> None:
    assert sorted(new(LEGACY.replace(old, changed, 1), of(LEGACY))) == sorted(rules)


def test_another_file_is_another_matter() -> None:
    assert new(LEGACY, of(LEGACY), "other.py") != []


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / baseline.FILE
    known = of(LEGACY)
    file.write_text("".join(baseline.written(known)))
    again = baseline.read(str(file))
    assert set(again.entries) == set(known.entries)
    assert "".join(baseline.written(again)) == file.read_text()


def test_it_has_a_line_for_each_finding_in_order() -> None:
    known = of(LEGACY)
    lines = "".join(baseline.written(known)).splitlines()
    entries = [line for line in lines if "fingerprint" in line]
    assert len(entries) == len(known.entries)
    assert entries == sorted(entries)
    backwards = Baseline(known.file, known.entries[::-1])
    assert "".join(baseline.written(backwards)).splitlines() == lines


def test_one_of_nothing_is_valid_too() -> None:
    assert json.loads("".join(baseline.written(Baseline("x")))) == {"version": 1, "findings": []}


ENTRY = {"path": "a", "rule": "CLB101", "code": "", "fingerprint": "1", "confidence": "certain"}


def broken() -> Iterator[tuple[str, str]]:
    yield "{", "is not valid JSON"
    yield "\udcff", "is not valid JSON"
    yield "[]", "is not a baseline"
    yield "{}", "has no version"
    yield '{"version": 2}', "is of version 2"
    yield '{"version": true, "findings": []}', "is of version True"
    yield '{"version": 1}', "has no list of findings"
    yield '{"version": 1, "findings": [5]}', "finding 1 is not as it was"
    for key in ENTRY:
        for value in (5, None, ["certain"]):
            entries = [ENTRY, {**ENTRY, key: value}]
            yield json.dumps({"version": 1, "findings": entries}), "finding 2 is not as it was"
    entries = [{**ENTRY, "confidence": "sure"}]
    yield json.dumps({"version": 1, "findings": entries}), "finding 1 is not as it was"


@pytest.mark.parametrize(("text", "told"), [*broken()])
def test_a_broken_one_is_told(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(UserError) as error:
        baseline.read(str(file))
    assert "known.json" in str(error.value)
    assert told in str(error.value)
    assert "\n" not in str(error.value)
    assert "clb-migrate baseline" in str(error.value)


def test_the_fast_way_knows_its_name() -> None:
    assert clean._BASELINE == baseline.FILE
