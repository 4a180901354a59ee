"""What a check says of what `fix` would do: flow by flow, each right by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest

from clb_migrate import api
from clb_migrate.findings import Applicability, Fix
from clb_migrate.fixes.results import Proposed, Repair
from clb_migrate.gathering import Input
from clb_migrate.run import Report, Settings, check_files
from clb_migrate.source.discover import candidate_for
from clb_migrate.table.load import load_rules
from clb_migrate.withholding import Origin, Withholding
from tests.fixes.test_examples import PAIRS, UNSAFE, name_of

LISTING = """

def listed():
    config = {"Region": "gz", "secretId": "i", "secretKey": "k"}
    service = QcloudApi("lb", config)
    answer = json.loads(service.call("DescribeLoadBalancers", {}))
    if answer["code"] == 4105:
        raise PermissionError
    for each in answer["loadBalancerSet"]:
        print(each["loadBalancerName"])
"""
DELETING = """

def delete(names):
    config = {"Region": "sh", "secretId": "i", "secretKey": "k"}
    service = QcloudApi("lb", config)
    answer = json.loads(service.call("DeleteLoadBalancers", {"loadBalancerIds.0": "lb-1"}))
    if answer["code"] != 0:
        raise RuntimeError(answer["message"])
"""
IMPORTS = "import json\nfrom QcloudApi.qcloudapi import QcloudApi\n"
DUMPING = """

def dump():
    config = {"Region": "gz", "secretId": "i", "secretKey": "k"}
    service = QcloudApi("lb", config)
    answer = json.loads(service.call("DescribeLoadBalancers", {}))
    if answer["code"] == 0:
        print(json.dumps(answer))
"""

TWO = MappingProxyType({"main.py": IMPORTS + LISTING + DELETING})
MODULES = MappingProxyType(
    {
        "cloud.py": IMPORTS
        + """

def ask():
    config = {"Region": "gz", "secretId": "i", "secretKey": "k"}
    service = QcloudApi("lb", config)
    return json.loads(service.call("DescribeLoadBalancers", {}))
""",
        "main.py": "from cloud import ask\n\nif ask()['code'] == 4105:\n    raise SystemExit\n",
    }
)


def checked(files: Mapping[str, str], settings: Settings = Settings()) -> Report:  # noqa: B008 - it is frozen
    inputs = [
        Input(candidate_for(path, path, named=False), text.encode())
        for path, text in sorted(files.items())
    ]
    return check_files(inputs, settings, load_rules(), proposing=True)


def proposed(report: Report) -> Proposed:
    assert report.proposed is not None
    return report.proposed


def repairs_of(report: Report) -> list[Repair]:
    found = proposed(report).repairs
    return [repair for position in sorted(found) for repair in found[position]]


def after(files: Mapping[str, str], repair: Repair) -> dict[str, str]:
    for change in repair.changes:
        assert change.before.decode() == files[change.shown]
    return {**files, **{change.shown: change.after.decode() for change in repair.changes}}


def told(files: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return what is found, whatever line it is on."""
    report = api.check({path: text.encode() for path, text in files.items()})
    return {(finding.rule, finding.message) for finding in report.findings}


def labels(report: Report) -> dict[str, Fix]:
    """Return what is said of findings, by their rules and their lines of code."""
    lines = {path: text.splitlines() for path, text in report.texts.items()}
    return {
        lines[report.findings[position].location.path][
            report.findings[position].location.span.line - 1
        ].strip(): label
        for position, label in proposed(report).labels.items()
    }


@pytest.mark.parametrize("path", PAIRS, ids=name_of)
def test_a_repair_does_what_fix_does(path: Path) -> None:
    files = {"main.py": path.read_text()}
    migration = api.fix({"main.py": path.read_bytes()})
    report = checked(files)
    repairs = repairs_of(report)
    if name_of(path) in UNSAFE:
        assert repairs == []
        assert Applicability.UNSAFE in {
            label.applicability for label in proposed(report).labels.values()
        }
        return
    assert all(flow.applied for flow in migration.flows)
    assert len(repairs) == len(migration.flows)
    if len(repairs) == 1:
        assert repairs[0].changes == migration.changes
    for _ in repairs:
        before = told(files)
        first, *_ = repairs_of(checked(files))
        files = after(files, first)
        assert told(files) < before
    assert told(files) == set()


class TestTwoFlowsOfAFile:
    def test_each_is_right_by_itself(self) -> None:
        first, second = repairs_of(checked(TWO))
        assert first.description == "Migrate DescribeLoadBalancers to API 3.0, in 1 file"
        listed, deleted = after(TWO, first)["main.py"], after(TWO, second)["main.py"]
        for text in (listed, deleted):
            compile(text, "main.py", "exec")
            # The other flow needs the old imports, and the migrated one the new ones.
            assert "import json\n" in text
            assert "from QcloudApi.qcloudapi import QcloudApi\n" in text
            assert text.count("import CommonClient\n") == 1
            assert text.count("def _call_api(") == 1
        assert DELETING in listed
        assert LISTING not in listed
        assert LISTING in deleted
        assert DELETING not in deleted

    def test_one_after_the_other_they_are_the_whole(self) -> None:
        files = after(TWO, repairs_of(checked(TWO))[0])
        (left,) = repairs_of(checked(files))
        files = after(files, left)
        assert told(files) == set()
        assert "QcloudApi" not in files["main.py"]

    def test_it_is_what_selecting_the_flow_does(self) -> None:
        first, second = repairs_of(checked(TWO))
        data = {path: text.encode() for path, text in TWO.items()}
        assert api.fix(data, select=["CLB101"]).changes == first.changes
        assert api.fix(data, ignore=["CLB101"]).changes == second.changes


class TestOverModules:
    def test_a_flow_is_one_repair(self) -> None:
        report = checked(MODULES)
        (repair,) = repairs_of(report)
        assert [change.shown for change in repair.changes] == ["cloud.py", "main.py"]
        assert told(after(MODULES, repair)) == set()

    def test_it_stands_with_the_first_finding_of_the_flow(self) -> None:
        report = checked(MODULES)
        (position,) = proposed(report).repairs
        assert position == min(proposed(report).labels)
        assert report.findings[position].location.path == "cloud.py"

    def test_what_the_new_code_needs_comes_with_it(self) -> None:
        files = {**MODULES, "requirements.txt": "qcloudapi-sdk-python==2.0.15\n"}
        (repair,) = repairs_of(checked(files))
        needed = after(files, repair)["requirements.txt"]
        assert needed.startswith("qcloudapi-sdk-python==2.0.15\n")
        assert "tencentcloud-sdk-python-common" in needed


class TestOneClientOfTwoFlows:
    FLOWS = """

config = {"Region": "gz", "secretId": "i", "secretKey": "k"}
service = QcloudApi("lb", config)
answer = json.loads(service.call("DescribeLoadBalancers", {}))
if answer["code"] == 4105:
    raise PermissionError
raw = json.loads(service.call("DescribeLoadBalancers", {}))
print(json.dumps(raw))
"""

    def test_what_migrates_gets_a_client_of_its_own(self) -> None:
        files = {"main.py": IMPORTS + self.FLOWS}
        report = checked(files)
        (repair,) = repairs_of(report)
        text = after(files, repair)["main.py"]
        assert 'service = QcloudApi("lb", config)\n' in text
        assert 'raw = json.loads(service.call("DescribeLoadBalancers", {}))\n' in text
        assert "CommonClient(" in text
        client = labels(report)['service = QcloudApi("lb", config)']
        assert client.applicability is Applicability.MANUAL

    def test_the_repair_stands_with_a_finding_of_its_own(self) -> None:
        report = checked({"main.py": IMPORTS + self.FLOWS})
        (position,) = proposed(report).repairs
        assert proposed(report).labels[position].applicability is Applicability.SAFE


class TestFlowsThatMoveTogether:
    FLOWS = """

def show(service):
    answer = json.loads(service.call("DescribeLoadBalancers", {}))
    if answer["code"] == 4105:
        raise PermissionError


def delete(service):
    parameters = {"loadBalancerIds.0": "lb-1"}
    answer = json.loads(service.call("DeleteLoadBalancers", parameters))
    if answer["code"] != 0:
        raise RuntimeError(answer["message"])


cloud = QcloudApi("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})
show(cloud)
delete(cloud)
"""

    def test_they_are_one_repair(self) -> None:
        files = {"main.py": IMPORTS + self.FLOWS}
        data = {"main.py": files["main.py"].encode()}
        assert len(api.fix(data).flows) == 2
        report = checked(files)
        (repair,) = repairs_of(report)
        assert repair.description == (
            "Migrate DescribeLoadBalancers, DeleteLoadBalancers to API 3.0, in 1 file"
        )
        assert repair.changes == api.fix(data).changes

    def test_with_one_that_stays_none_moves(self) -> None:
        stays = self.FLOWS.replace("if answer", "print(json.dumps(answer))\n    if answer", 1)
        report = checked({"main.py": IMPORTS + stays})
        assert repairs_of(report) == []
        label = labels(report)['if answer["code"] != 0:']
        assert label.applicability is Applicability.MANUAL
        assert "its client also serves DescribeLoadBalancers, which stays" in label.reason


class TestFlowsThatStay:
    def test_manual(self) -> None:
        report = checked({"main.py": IMPORTS + DUMPING})
        assert repairs_of(report) == []
        label = labels(report)['if answer["code"] == 0:']
        assert label.applicability is Applicability.MANUAL
        assert "`clb-migrate fix` leaves the flow: " in label.reason
        assert "main.py:" in label.reason

    def test_unsafe(self) -> None:
        code = IMPORTS + LISTING.replace('"gz"', "region").replace("listed()", "listed(region)")
        report = checked({"main.py": code})
        assert repairs_of(report) == []
        label = labels(report)['if answer["code"] == 4105:']
        assert label.applicability is Applicability.UNSAFE
        assert label.reason.startswith("`clb-migrate fix --unsafe-fixes` migrates it: ")

    def test_one_that_stays_does_not_keep_the_other(self) -> None:
        files = {"main.py": IMPORTS + DUMPING + LISTING}
        report = checked(files)
        (repair,) = repairs_of(report)
        assert DUMPING in after(files, repair)["main.py"]
        assert labels(report)['if answer["code"] == 4105:'].applicability is Applicability.SAFE

    def test_a_finding_of_no_flow_keeps_what_it_says(self) -> None:
        report = checked({"main.py": "URL = 'https://lb.api.qcloud.com/v2/index.php'\n"})
        assert report.findings
        assert proposed(report) == Proposed()

    def test_what_is_withheld_is_not_edited(self) -> None:
        def withhold(findings: object, _text_of: object) -> Mapping[int, Withholding]:
            assert isinstance(findings, list)
            rules = [finding.rule for finding in findings]
            return {rules.index("CLB101"): Withholding(Origin.IN_SOURCE, "later")}

        files = {"main.py": IMPORTS + LISTING}
        report = checked(files, replace(Settings(), withholders=(withhold,)))
        assert report.withheld
        assert repairs_of(report) == []
        assert all(
            label.applicability is Applicability.MANUAL
            for label in proposed(report).labels.values()
        )

    def test_nothing_found(self) -> None:
        assert checked({"main.py": "x = 1\n"}).proposed is None


def test_the_rest_of_the_report_is_the_same() -> None:
    files = {"main.py": (IMPORTS + LISTING + DUMPING).encode()}
    report = checked({"main.py": files["main.py"].decode()})
    assert replace(report, proposed=None) == api.check(files)
