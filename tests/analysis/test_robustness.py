"""Whatever files hold, and in whatever order they come, the analysis ends and tells what it saw."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clb_migrate.analysis import analyse
from clb_migrate.analysis.observations import Decision, Observations
from clb_migrate.source.read import Source
from clb_migrate.table.load import load_rules

RULES = load_rules()

LEGACY = """
import json
from QcloudApi.qcloudapi import QcloudApi

def fetch(action):
    return json.loads(QcloudApi("lb", {}).call(action, {}))
"""


def seen_in(**files: str) -> Observations:
    sources = [
        Source(name.replace("__", "/") + ".py", text.encode(), text) for name, text in files.items()
    ]
    return analyse(sources, RULES)


@pytest.mark.parametrize(
    "expression",
    ["(" * 3000 + ")" * 3000, "[" * 3000 + "]" * 3000, "-" * 20000 + "1", "+".join("1" * 20000)],
    ids=["parentheses", "brackets", "signs", "sum"],
)
def test_deep_nesting_is_told(expression: str) -> None:
    observations = seen_in(deep=f"x = {expression}\n", cloud=LEGACY)
    (unparsed,) = observations.unreadable
    assert unparsed.location.path == "deep.py"
    assert "nested too deeply" in unparsed.reason
    assert observations.seen


@pytest.mark.parametrize(
    "code",
    [
        "x = " + " ".join(['"a"'] * 400),
        "x = " + " + ".join(["y"] * 400),
        "if a == 0:\n    pass\n" + "elif a == 1:\n    pass\n" * 400,
        "x = a" + ".b()" * 300,
    ],
    ids=["strings", "sum", "elif", "calls"],
)
def test_long_statements_are_no_problem(code: str) -> None:
    assert not seen_in(long=code + "\n").unreadable


@pytest.mark.parametrize(
    "code",
    [
        # Values that would grow for ever: texts, containers, objects, names, partials, frames.
        "def f(p, d):\n    for k in d:\n        f('{0}.{1}'.format(p, k), d)\nf('', {})\n",
        "def f(x):\n    return f([x])\nf(1)\n",
        "class A:\n    def m(self):\n        return A().m()\nA().m()\n",
        "def walk(e):\n    walk(e.a)\n    walk(e.b)\n    walk(e.c)\nimport sys\nwalk(sys.x)\n",
        "from functools import partial\nf = print\nwhile f:\n    f = partial(f, 1)\n",
        "class A: pass\nA.__call__ = A()\nA()()\n",
        "d = {}\nd[0] = d\nwhile d:\n    d = d[0]\n",
        "x = int(float('inf'))\ny = ','.join()\nz = ','.join(*x)\n",
        "class A(A): pass\nclass B(C): pass\nclass C(B): pass\nB().x\n",
    ],
)
def test_analysis_ends(code: str) -> None:
    seen_in(growing=code)


CONSTANTS = "QUOTA = 4400\nKEYS = (4104, 4105)\n"
CHECKS = """
from cloud import fetch
from constants import QUOTA, KEYS

answer = fetch("DescribeLoadBalancers")
if answer["code"] == QUOTA or answer["code"] in KEYS:
    print(answer["message"])
"""


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.permutations(["cloud", "constants", "checks"]))
def test_the_order_of_files_does_not_matter(order: list[str]) -> None:
    texts = {"cloud": LEGACY, "constants": CONSTANTS, "checks": CHECKS}
    expected = seen_in(**texts)
    assert seen_in(**{name: texts[name] for name in order}) == expected
    assert sum(isinstance(seen, Decision) for seen in expected.seen) == 2
    assert [seen.location.path for seen in expected.seen].count("constants.py") == 2


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=60), st.sampled_from([LEGACY, CHECKS, CONSTANTS]), st.integers(0, 300))
def test_no_bytes_end_in_an_exception(noise: bytes, text: str, place: int) -> None:
    data = text.encode()
    analyse([Source("noise.py", data[:place] + noise + data[place:], "")], RULES)
