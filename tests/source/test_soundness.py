"""Triage skips no file in which a check reports something; the full analysis is the judge.

Programs are those of the examples that fire, changed at random within the definition that the
triage module gives: lines left out, repeated and exchanged with those of other programs, cut-up
hosts and paths, other quotes, other capitals, other newlines, numbers in other spellings.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clb_migrate.analysis import analyse
from clb_migrate.checks.base import all_checks
from clb_migrate.findings import Certainty
from clb_migrate.source.gate import Gate
from clb_migrate.source.read import Source, decode
from clb_migrate.source.triage import Triage, suppresses
from clb_migrate.table.load import load_rules

if TYPE_CHECKING:
    from clb_migrate.source.hyperscan_gate import HyperscanGate

RULES = load_rules()
FIRES = Path(__file__).parent.parent / "examples" / "fires"
PROGRAMS = [
    path.read_text(encoding="utf-8")
    for path in sorted(FIRES.rglob("*.py"))
    if path.stat().st_size < 3000 and "python2" not in path.parts
]
UNREADABLE = "CLB901"
"""Files that cannot be parsed need not be told when nothing says that they should be."""


def gates(triage: Triage) -> list[Gate | HyperscanGate]:
    """All ways to search many files; the second where there is the library for it."""
    if importlib.util.find_spec("hyperscan") is None:
        return [Gate(triage)]
    from clb_migrate.source.hyperscan_gate import HyperscanGate

    return [Gate(triage), HyperscanGate(triage)]


Change = Callable[[str], str]


def reported(data: bytes, certainty: Certainty) -> list[str]:
    """Return the rules of what a check of one file would report if it were not skipped."""
    source = decode(data, "program.py")
    if not isinstance(source, Source):
        return []
    observations = analyse([source], RULES)
    return [
        finding.rule
        for check in all_checks()
        for finding in check.run(observations, RULES)
        if finding.certainty >= certainty and finding.rule != UNREADABLE
    ]


def passes_gate(data: bytes, triage: Triage) -> bool:
    """Tell whether the search in many files at once finds a file between two others."""
    before, after = b"import os\n", b"print('nothing')\n"
    block = bytearray(before + data + after)
    starts = [0, len(before), len(before) + len(data), len(block)]
    return all(1 in gate.suspects(block, starts) for gate in gates(triage))


CHANGES: list[Change] = [
    lambda text: text.replace('"', "'"),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: text.replace("api.qcloud.com", "API.QCLOUD.COM"),
    lambda text: text.replace("api.qcloud.com", 'api" ".qcloud" + ".com'),
    lambda text: text.replace("/v2/index.php", '/v2" + "/index.php'),
    lambda text: text.replace("qcloud.com", "QCloud.com"),
    lambda text: text.replace("import QcloudApi", "import QcloudApi as api"),
    lambda text: text.replace(" == ", " != "),
    lambda text: text.replace("4100", "0x1004"),
    lambda text: text.replace("5000", "5_000"),
    lambda text: text.replace("https://", ""),
    lambda text: text.replace("requests", "httpx"),
]


@st.composite
def programs(draw: st.DrawFn) -> bytes:
    """A program made of one or two examples, some lines of which are left out."""
    text = draw(st.sampled_from(PROGRAMS))
    if draw(st.booleans()):
        text += "\n" + draw(st.sampled_from(PROGRAMS))
    lines = text.split("\n")
    for place in draw(st.lists(st.integers(0, len(lines) - 1), max_size=4)):
        lines[place] = ""
    text = "\n".join(lines)
    for change in draw(st.lists(st.sampled_from(CHANGES), max_size=3)):
        text = change(text)
    return text.encode()


@pytest.mark.parametrize("certainty", [Certainty.POSSIBLE, Certainty.LIKELY])
def test_no_example_that_fires_is_skipped(certainty: Certainty) -> None:
    triage = Triage.of(RULES, certainty)
    skipped = [
        text
        for text in PROGRAMS
        if not triage.needs_analysis(text.encode()) and reported(text.encode(), certainty)
    ]
    assert skipped == []


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(programs(), st.sampled_from([Certainty.POSSIBLE, Certainty.LIKELY]))
def test_no_file_with_something_to_report_is_skipped(data: bytes, certainty: Certainty) -> None:
    triage = Triage.of(RULES, certainty)
    if not triage.needs_analysis(data):
        assert reported(data, certainty) == []


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.one_of(programs(), st.binary(max_size=200)), min_size=1, max_size=6))
def test_what_needs_an_analysis_is_found_among_many(files: list[bytes]) -> None:
    triage = Triage.of(RULES, Certainty.LIKELY)
    starts = [0]
    for data in files:
        starts.append(starts[-1] + len(data))
    needed = {place for place, data in enumerate(files) if triage.needs_analysis(data)}
    block = bytearray(b"".join(files) + b"lb.api.qcloud.com left over from another block")
    for gate in gates(triage):
        found = gate.suspects(block, starts)
        assert needed <= found <= set(range(len(files)))


MARKED = [
    b"host = 'lb.api.qcloud.com'",
    b"HOST = 'LB.API.QCLOUD.COM'",
    b"from QcloudApi.qcloudapi import QcloudApi",
    b"import tencentcloud",
    b"path = '/v2' + '/index.php'",
    b"reply['Response']['Error']['Code'] == 4100",
    b"reply.Response.Error.Code == 4100",
    b"search('Response.Error.Code', reply) == 4100",
    b"hmac.new(key, text({'Nonce': 1, 'SecretId': me}))",
    b"hmac.new(key, text(vars(p)))\np.Nonce = 1\np.SecretId = me",
    b"import hmac\nclass Sent:\n    Nonce: int\n    SecretId: str\n",
    b"from Crypto.Hash import HMAC\nparameters = dict(Nonce=1, Timestamp=now)",
]


@pytest.mark.parametrize("data", MARKED)
def test_what_the_definition_takes_in(data: bytes) -> None:
    triage = Triage.of(RULES, Certainty.LIKELY)
    assert triage.needs_analysis(data)
    assert passes_gate(data, triage)


@pytest.mark.parametrize(
    "data",
    [
        b"host = 'lb.api.\\x71cloud.com'",  # spelled with an escape
        b"host = 'lb.api.q' 'cloud.com'",  # a word cut up
        b"url = '/w/index.php'",  # the path of something else
        b"reply['Response']['Code'] == 4100",  # not the whole path to a 3.0 code
        b"hmac.new(key, body)",  # signs something else
        b"hmac.new(key, text({'Nonce': 1}))",
        b"hmac.new(key, text({'Auth-Nonce': 1, 'Auth-Timestamp': 2}))  # the Signature of it",
        b"hmac.new(key, b'Action=GetCallerIdentity&Signature=')",  # no keys
        b"hmac.new(key, text({'myNonce': 1, 'SignatureMethods': 2}))",  # in longer words
    ],
)
def test_what_the_definition_leaves_out(data: bytes) -> None:
    assert not Triage.of(RULES, Certainty.LIKELY).needs_analysis(data)


@pytest.mark.parametrize("text", ["code == 0x1004", "code == 4_100", "code == 4100.0"])
def test_only_decimal_digits_count_as_a_possible_code(text: str) -> None:
    """Findings that are only possible are told of numbers as the table writes them."""
    triage = Triage.of(RULES, Certainty.POSSIBLE)
    unnamed = text.replace("code", "number").encode()
    assert triage.needs_analysis(unnamed) == ("4100" in text)


def test_the_judge_would_notice_a_missing_word() -> None:
    """Without its markers, or without its clues, triage is found out."""
    triage = Triage.of(RULES, Certainty.LIKELY)
    for broken in (replace(triage, markers=()), replace(triage, clues=(), markers=(b"tencent",))):
        assert any(
            not broken.needs_analysis(text.encode()) and reported(text.encode(), Certainty.LIKELY)
            for text in PROGRAMS
        )


COMMENTS = [
    "# clb: ignore[CLB101]",
    "#CLB:Ignore",
    "# clb :\tignore-file -- old",
    "# noqa: CLB101",
    "#NOQA:E501,clb1",
    "# words  # clb: ignore-begin",
]


@pytest.mark.parametrize("comment", COMMENTS)
def test_a_comment_that_may_be_of_no_use_gets_a_look(comment: str) -> None:
    triage = Triage.of(RULES, Certainty.LIKELY)
    data = f"x = 1  {comment}\n".encode()
    assert triage.needs_a_look(data)
    assert suppresses(data)
    assert passes_gate(data, triage)
    assert not triage.needs_analysis(data)


@pytest.mark.parametrize("text", ["x = 1  # noqa", "x = 1  # noqa: E501\ny = 2  # clb", "clb = 1"])
def test_other_comments_do_not(text: str) -> None:
    assert not Triage.of(RULES, Certainty.LIKELY).needs_a_look(text.encode())


@settings(max_examples=100, deadline=None, derandomize=True)
@given(programs(), st.sampled_from(COMMENTS))
def test_with_such_a_comment_nothing_possible_is_skipped(data: bytes, comment: str) -> None:
    """A finding makes use of it, however sure it is."""
    data = comment.encode() + b"\n" + data
    if not Triage.of(RULES, Certainty.LIKELY).needs_analysis(data):
        assert reported(data, Certainty.POSSIBLE) == []
