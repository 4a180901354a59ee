"""What a user who doubts a finding, or misses one, is told of a line."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from clb_migrate.analysis.program import Unparsable
from clb_migrate.analysis.project import File, Project
from clb_migrate.analysis.solver import Limits
from clb_migrate.analysis.tracing import Possibility, Traced, trace
from clb_migrate.table.load import load_rules

RULES = load_rules()
MARK = "# <"
"""Ends the line that is asked for."""

CLOUD = """\
import json
from QcloudApi.qcloudapi import QcloudApi

def describe(**params):
    client = QcloudApi("lb", {"Region": "gz"})
    return json.loads(client.call("DescribeLoadBalancers", params))
"""


def traced(files: Mapping[str, str], column: int | None = None) -> Traced:
    """Return what is told of the marked line; every file takes part."""
    paths = sorted(files)
    path, line = next(
        (path, number)
        for path in paths
        for number, text in enumerate(files[path].split("\n"), start=1)
        if MARK in text
    )
    found = trace(_project(files), RULES, f"/project/{path}", line, column)
    assert isinstance(found, Traced)
    return found


def _project(files: Mapping[str, str]) -> Project:
    paths = sorted(files)
    places = [File(path, f"/project/{path}") for path in paths]
    return Project(places, range(len(paths)), lambda index: files[paths[index]].encode())


def told(files: Mapping[str, str] | str, column: int | None = None) -> dict[str, list[str]]:
    """Return each expression of the marked line with what it can be, in words."""
    files = {"a.py": files} if isinstance(files, str) else files
    return {
        each.text: [possibility.words for possibility in each.possibilities]
        for each in traced(files, column).expressions
    }


def only(files: Mapping[str, str], expression: str) -> Possibility:
    """Return the one thing that an expression of the marked line can be."""
    found = [each for each in traced(files).expressions if each.text == expression]
    ((possibility,),) = [each.possibilities for each in found]
    return possibility


def steps(possibility: Possibility) -> list[str]:
    return [
        f"{step.location.path}:{step.location.span.line} {step.text}" for step in possibility.trail
    ]


class TestADoubtedFinding:
    def test_that_is_certain(self) -> None:
        files = {
            "cloud.py": CLOUD,
            "main.py": """\
from cloud import describe

resp = describe()
if resp["code"] == 4100:  # <
    raise SystemExit
""",
        }
        assert told(files) == {
            'resp["code"]': ["legacy code of DescribeLoadBalancers (lb)"],
            "resp": ["legacy response of DescribeLoadBalancers (lb)"],
        }
        assert steps(only(files, 'resp["code"]')) == [
            "cloud.py:2 imports QcloudApi.qcloudapi.QcloudApi",
            "cloud.py:5 makes a legacy client for module lb",
            "cloud.py:6 calls DescribeLoadBalancers",
            "cloud.py:6 parses it with json.loads",
            "main.py:3 returned by describe()",
            'main.py:4 reads "code" of the legacy response',
        ]

    def test_that_is_likely(self) -> None:
        text = "import QcloudApi\n\ndef handle(resp):\n    return resp['code'] == 4100  # <\n"
        files = {"main.py": text}
        expected = "parameter resp of handle(), which nothing in the files checked calls"
        by_name = "taken for a legacy code by its name alone, of unknown origin"
        assert told(files) == {
            "resp['code']": [by_name],
            "resp": [f"unknown origin: {expected}"],
        }
        assert only(files, "resp").declare == '"main.handle(resp)" = "legacy response"'
        code = only(files, "resp['code']")
        assert code.declare == only(files, "resp").declare
        assert steps(code) == [
            f"main.py:3 {expected}",
            "main.py:4 reads code, whose origin is not known",
        ]

    def test_over_three_modules(self) -> None:
        files = {
            "shop/__init__.py": "",
            "shop/cloud.py": CLOUD,
            "shop/service.py": """\
from .cloud import describe

class Service:
    def __init__(self):
        self.last = None
    def load(self):
        self.last = describe()
        return self.last["code"]
""",
            "shop/views.py": """\
from shop.service import Service

def view():
    code = Service().load()
    return code in (4100, 4101)  # <
""",
        }
        assert told(files) == {"code": ["legacy code of DescribeLoadBalancers (lb)"]}
        passed = [step.split()[0] for step in steps(only(files, "code"))]
        assert passed == [
            "shop/cloud.py:2",
            "shop/cloud.py:5",
            "shop/cloud.py:6",
            "shop/cloud.py:6",
            "shop/service.py:7",
            "shop/service.py:8",
            "shop/views.py:4",
        ]

    def test_in_a_python_2_file(self) -> None:
        text = CLOUD + "\nresp = describe()\nprint resp['code'], 'x'  # <\n"
        assert told(text) == {
            "resp['code']": ["legacy code of DescribeLoadBalancers (lb)"],
            "resp": ["legacy response of DescribeLoadBalancers (lb)"],
        }


class TestAMissedOne:
    def test_for_an_import_that_is_not_among_the_files(self) -> None:
        files = {
            "main.py": """\
from vendor.api import fetch

resp = fetch("x")
if resp["code"] == 4100:  # <
    pass
"""
        }
        resp = only(files, "resp")
        why = "comes from vendor.api.fetch(), which is not among the files checked"
        assert resp.words == f"unknown origin: {why}"
        assert steps(resp) == [f"main.py:3 {why}"]
        assert resp.declare == '"vendor.api.fetch()" = "legacy response"'

    def test_the_import_itself(self) -> None:
        words = "unknown origin: comes from vendor.api.fetch, which is not among the files checked"
        assert words in told("from vendor.api import fetch  # <\n")["fetch"]

    def test_an_object_of_an_unknown_library(self) -> None:
        files = {
            "main.py": """\
import vendor

client = vendor.Client()
resp = client.send()  # <
"""
        }
        assert only(files, "client.send()").declare.startswith('"vendor.Client.send()" = ')

    def test_for_what_a_module_does_not_define(self) -> None:
        files = {"b.py": "x = 1\n", "main.py": "import b\nprint(b.answer['code'])  # <\n"}
        assert only(files, "b.answer").words == "unknown origin: b.py does not define answer"

    def test_for_an_address_that_is_not_known(self) -> None:
        text = "import requests\ndef get(url):\n    return requests.get(url).json()['code']  # <\n"
        assert told(text)["requests.get(url)"] == [
            "unknown origin: sends a request to an address that is not known"
        ]

    def test_in_dead_code(self) -> None:
        text = "def used():\n    pass\nused()\ndef unused(answer):\n    return answer.code  # <\n"
        assert told(text)["answer"] == [
            "unknown origin: parameter answer of unused(), which nothing in the files checked calls"
        ]


class TestALookAlike:
    def test_of_another_vendor(self) -> None:
        files = {
            "pay.py": "import stripe\ndef charge(key):\n    return stripe.Charge.retrieve(key)\n",
            "main.py": """\
from pay import charge
resp = charge("x")
if resp["code"] == 4100:  # <
    pass
""",
        }
        resp = only(files, "resp")
        assert resp.words == (
            "known to come from elsewhere: stripe.Charge.retrieve(), "
            "of a library that has nothing to do with API 2.0"
        )
        assert [step.split()[0] for step in steps(resp)] == ["pay.py:3", "main.py:2"]
        assert only(files, 'resp["code"]').kind == "elsewhere"

    def test_of_another_host(self) -> None:
        text = """\
import requests
resp = requests.get("https://example.com/x").json()
assert resp["code"] == 4100  # <
"""
        assert told(text)["resp"] == [
            "known to come from elsewhere: requests.get(), whose address is not one of API 2.0"
        ]

    def test_what_a_caller_passes(self) -> None:
        text = """\
import os
def known(code):
    return code == 4100  # <
known(os.environ["CODE"])
"""
        (words,) = told(text)["code"]
        assert words.startswith("known to come from elsewhere: os.environ")

    def test_that_a_constant_stands_in_for(self) -> None:
        text = """\
import redis
class Cache:
    def __init__(self):
        self.last = None
    def load(self):
        self.last = redis.Redis().get("x")
        return self.last
last = Cache().load()
assert last["code"] == 4100  # <
"""
        library = "of a library that has nothing to do with API 2.0"
        assert told(text)["last"] == [
            f"known to come from elsewhere: redis.Redis(), {library}",
            "constant None",
        ]

    def test_an_attribute_of_an_object(self) -> None:
        text = """\
import socket
class Server:
    def __init__(self):
        self.code = socket.socket().recv(4)
    def check(self):
        return self.code == 4100  # <
Server().check()
"""
        found = told(text)
        assert found["self.code"][0].startswith("known to come from elsewhere: socket.socket()")
        assert found["self"] == ["an object of class Server"]


class TestSeveralThings:
    def test_a_wrapper_called_by_two_clients(self) -> None:
        files = {
            "calls.py": """\
import json
def call(client, action):
    body = client.call(action, {})
    return json.loads(body)  # <
""",
            "main.py": """\
from calls import call
from QcloudApi.qcloudapi import QcloudApi
import stripe
call(QcloudApi("lb", {}), "DescribeLoadBalancers")
call(stripe.StripeClient("x"), "y")
""",
        }
        legacy, other = next(
            each.possibilities for each in traced(files).expressions if each.text == "body"
        )
        assert legacy.words == "raw body of a legacy response of DescribeLoadBalancers (lb)"
        assert [(call.path, call.span.line) for call in legacy.called_from] == [("main.py", 4)]
        assert other.words.startswith("known to come from elsewhere")
        assert [(call.path, call.span.line) for call in other.called_from] == [("main.py", 5)]

    def test_a_value_or_a_default(self) -> None:
        text = CLOUD + "code = describe().get('code', -1)\nprint(code == 0)  # <\n"
        assert told(text)["code"] == [
            "legacy code of DescribeLoadBalancers (lb)",
            "constant -1",
        ]

    def test_a_named_constant(self) -> None:
        text = CLOUD + "DENIED = 4100\ncode = describe()['code']\nx = code == DENIED  # <\n"
        assert told(text)["DENIED"] == ["constant 4100"]

    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("client = QcloudApi('lb', {})", "client of API 2.0 (lb)"),
            ("body = QcloudApi('lb', {}).call('X', {})", "raw body of a legacy response of X (lb)"),
            ("x = describe()['data']['list']", "data.list, a part of a legacy response"),
            ("x = describe()['message']", "legacy message of DescribeLoadBalancers (lb)"),
            ("x = describe()['codeDesc']", "legacy codeDesc of DescribeLoadBalancers (lb)"),
        ],
    )
    def test_kinds(self, line: str, expected: str) -> None:
        assert any(
            words.startswith(expected)
            for found in told(f"{CLOUD}{line}  # <\n").values()
            for words in found
        )

    def test_of_api_3_0(self) -> None:
        text = """\
from tencentcloud.common.exception import TencentCloudSDKException
try:
    pass
except TencentCloudSDKException as e:
    print(e.code == 4100)  # <
"""
        assert told(text) == {"e.code": ["3.0 code"], "e": ["exception of the 3.0 SDK"]}


class TestCodeThatIsNotFollowed:
    def test_to_the_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("clb_migrate.analysis.solver._LEAST_WORK", 0)
        monkeypatch.setattr("clb_migrate.analysis.linking.PRECISE", Limits(40, 12, 0))
        monkeypatch.setattr("clb_migrate.analysis.linking.COARSE", Limits(4, 6, 0))
        files = {"a.py": "def late(answer):\n    return answer.code  # <\nx = late\ny = 1\n"}
        assert traced(files).given_up == "it is too entangled"
        assert only(files, "answer.code").words == "no analysis reached late(), where it stands"


class TestTheLine:
    def test_a_column_chooses_one_expression(self) -> None:
        text = CLOUD + "resp = describe()\nif resp['code'] == 4100: pass  # <\n"
        assert list(told(text, 5)) == ["resp"]
        assert list(told(text, 10)) == ["'code'"]
        assert list(told(text, 8)) == ["resp['code']"]

    def test_a_line_within_an_expression(self) -> None:
        text = CLOUD + "resp = describe()\nprint(\n    resp,  # <\n)\n"
        assert list(told(text)) == ["resp"]

    def test_what_is_called_is_not_told_beside_the_call(self) -> None:
        text = CLOUD + "client = QcloudApi('lb', {})\nr = json.loads(client.call('X', {}))  # <\n"
        call = "client.call('X', {})"
        assert list(told(text)) == [f"json.loads({call})", call, "client"]

    def test_what_stands_there_twice_is_told_once(self) -> None:
        text = CLOUD + "resp = describe()\nx = resp['code'] == 1 or resp['code'] == 2  # <\n"
        assert [each.text for each in traced({"a.py": text}).expressions] == [
            "resp['code']",
            "resp",
        ]

    def test_nothing(self) -> None:
        assert told("x = 1\n# nothing # <\n") == {}

    def test_a_file_that_cannot_be_parsed(self) -> None:
        found = trace(_project({"a.py": "f(\n"}), RULES, "/project/a.py", 1)
        assert isinstance(found, Unparsable)

    def test_the_order_of_files_does_not_matter(self) -> None:
        files = {"cloud.py": CLOUD, "main.py": "from cloud import *\nx = describe()['code']  # <\n"}
        first = traced(files).expressions
        assert traced(dict(reversed(files.items()))).expressions == first
