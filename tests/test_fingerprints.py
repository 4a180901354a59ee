"""What tells a finding from others must not depend on where its line stands."""

from __future__ import annotations

from clb_migrate import api
from clb_migrate.findings import Certainty
from clb_migrate.fingerprints import fingerprints

BEFORE = """\
import json
from QcloudApi.qcloudapi import QcloudApi


def listed(config, params):
    answer = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", params))
    if answer["code"] == 4100:
        raise PermissionError
    if answer["code"] == 4100:
        raise PermissionError
    return answer
"""


def prints(text: str, rule: str = "CLB101") -> list[str]:
    report = api.check({"a.py": text.encode()})
    found = fingerprints(report.findings, report.texts)
    return [
        each for each, finding in zip(found, report.findings, strict=True) if finding.rule == rule
    ]


def test_each_finding_has_its_own() -> None:
    report = api.check({"a.py": BEFORE.encode()})
    found = fingerprints(report.findings, report.texts)
    assert len(set(found)) == len(found) > 3


def test_equal_places_are_numbered() -> None:
    assert len(set(prints(BEFORE))) == 2


def test_moved_lines_and_another_layout_do_not_matter() -> None:
    moved = "# a comment\n\n\n" + BEFORE.replace('["code"]', "[ 'code' ]").replace(
        "\n    ", "\n\n    "
    )
    assert prints(moved) == prints(BEFORE)


def test_another_name_of_the_definition_matters() -> None:
    assert not set(prints(BEFORE.replace("listed", "shown"))) & set(prints(BEFORE))


def test_another_code_matters() -> None:
    other = prints(BEFORE.replace("4100", "4104", 1))
    assert len(set(other) - set(prints(BEFORE))) == 1


def test_definitions_are_known_behind_texts_without_indentation() -> None:
    text = BEFORE.replace("    answer =", '    """Tells.\n\nmore\n"""\n    answer =')
    assert prints(text) == prints(BEFORE)


def test_python_2_has_definitions_too() -> None:
    text = BEFORE.replace("    return answer", "    print answer")
    assert prints(text) == prints(BEFORE)


def test_comments_and_line_breaks_within_a_call_do_not_matter() -> None:
    call = 'call("DescribeLoadBalancers", params)'
    broken = (
        'call(\n        # which\n        "DescribeLoadBalancers",  # all\n        params,\n    )'
    )
    assert prints(BEFORE.replace(call, broken), "CLB204") == prints(BEFORE, "CLB204")


def test_a_sign_of_comments_in_a_text_is_no_comment() -> None:
    texts = [BEFORE.replace('", params)', f'", {{"a": "# {text}"}})') for text in ("one", "other")]
    one, other = (prints(text, "CLB204") for text in texts)
    assert one != other


LESS_SURE = """\
import json
from QcloudApi.qcloudapi import QcloudApi


def listed(config, code):
    if code == 4100:
        raise PermissionError
    code = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", {}))["code"]
    if code == 4100:
        raise PermissionError
"""


def test_less_sure_ones_that_are_asked_for_too_change_no_number() -> None:
    report = api.check({"a.py": LESS_SURE.encode()}, certainty=Certainty.POSSIBLE)
    equal = [each for each in report.findings if each.rule == "CLB101"]
    assert equal[0].certainty < equal[1].certainty
    assert equal[0].location < equal[1].location
    every = fingerprints(equal, report.texts)
    assert every[0] != every[1]
    assert fingerprints(equal[1:], report.texts) == every[1:]
