"""What is true of every fix, tried on programs that are put together at random."""

from __future__ import annotations

import io
import tokenize
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from clb_migrate import api
from clb_migrate.fixes.results import Migration

HEAD = """\
#!/usr/bin/env python3
# {coding}
# A tool of ours: café
import json  # for the answers
import os

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {{"Region": "gz", "secretId": "i", "secretKey": "k"}})  # one for all
"""

MOVING = (
    """
def first():
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
    if answer["code"] == 4105:  # expired
        return None
    return answer["totalCount"]
""",
    """
def second(lb_id):
    # Ask, then tell.
    params = {"loadBalancerId": lb_id, "loadBalancerName": "n"}  # as they want it
    code = json.loads(service.call("ModifyForwardLBName", params))["code"]
    # What now?
    if code in (4100, 4104) or code == 5000:
        print("sorry")
""",
    """
def third():
    answer = json.loads(
        service.call(  # the call
            "DescribeLoadBalancers",
            {
                "forward": -1,  # all kinds
                "limit": 5,
            },
        )
    )
    match answer["code"]:
        case 0:  # fine
            return [each["loadBalancerName"] for each in answer["loadBalancerSet"]]
        case 4500 | 6000:
            return None
    # Nothing else.
""",
    """
HINTS = {
    # The usual ones.
    4105: "token",
    6000: "later",  # or never
}


def fourth():
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
    return HINTS.get(answer["code"], "?")
""",
)

STAYING = (
    """
def fifth():
    # Not for programs.
    answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
    return answer["code"] == 5400  # some of them
""",
    """
def sixth():
    return eval(service.call("DescribeLoadBalancers", {"forward": 1}))["code"]  # as it was
""",
)

UNRELATED = (
    """
# --- Something else ---


class   Odd :   # laid out by hand
    port   =  4100
""",
    """
def plain(value):
    ''' Not ours: "code" '''
    if value == 4105:   return os.sep  # no answer
    return {'code': 0,
            "message":   value}
""",
    """
TEXT = "é" ; numbers = [ 4100,5000 ,
    6000 ]  # é
""",
)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A program, and which of its bytes are no one's business."""

    content: bytes
    encoding: str
    unrelated: tuple[bytes, ...]


@st.composite
def programs(draw: st.DrawFn) -> Drawn:
    """Return a program of random fragments in a random layout."""
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "latin-1")))
    newline = draw(st.sampled_from(("\n", "\r\n")))
    tabs = draw(st.booleans())
    single = draw(st.booleans())
    moving = draw(st.lists(st.sampled_from(MOVING), unique=True, max_size=3))
    staying = draw(st.lists(st.sampled_from(STAYING), unique=True, max_size=1))
    unrelated = draw(st.lists(st.sampled_from(UNRELATED), unique=True, max_size=3))
    fragments = draw(st.permutations([*moving, *staying, *unrelated]))
    end = draw(st.sampled_from(("\n", "", "\n\n# The end.\n", "\n# The end.")))

    def laid_out(text: str, own: bool) -> str:
        if tabs:
            text = text.replace("    ", "\t")
        if single and own:
            text = text.replace('"', "'")
        return text.replace("\n", newline)

    head = HEAD.format(coding="coding: latin-1" if encoding == "latin-1" else "a tool")
    parts = [laid_out(head, True), *(laid_out(each, each not in UNRELATED) for each in fragments)]
    text = newline.join(parts).rstrip() + laid_out(end, True)
    kept = tuple(
        laid_out(each, False).strip().encode("utf-8" if encoding == "utf-8-sig" else encoding)
        for each in unrelated
    )
    return Drawn(text.encode(encoding), encoding, kept)


def comments_in(content: bytes) -> list[str]:
    """Return the comments of a file, sorted."""
    tokens = tokenize.tokenize(io.BytesIO(content).readline)
    return sorted(each.string for each in tokens if each.type == tokenize.COMMENT)


def applied(files: Mapping[str, bytes], migration: Migration) -> dict[str, bytes]:
    return {**files, **{change.shown: change.after for change in migration.changes}}


@given(programs())
@settings(max_examples=15, deadline=None)
def test_one_program(drawn: Drawn) -> None:
    files = {"main.py": drawn.content}
    migration = api.fix(files)
    after = applied(files, migration)
    content = after["main.py"]

    compile(content, "main.py", "exec")
    assert api.fix(after).changes == ()
    found, left = api.check(files).findings, api.check(after).findings
    assert (len(left) < len(found)) if migration.changes else (content == drawn.content)
    assert migration.left == tuple(left)
    assert [each for each in comments_in(drawn.content) if each not in comments_in(content)] == []
    for part in drawn.unrelated:
        assert part in content


@given(programs())
@settings(max_examples=8, deadline=None)
def test_bytes_around_are_kept(drawn: Drawn) -> None:
    files = {"main.py": drawn.content}
    content = applied(files, api.fix(files))["main.py"]

    assert content.startswith(b"\xef\xbb\xbf") == drawn.content.startswith(b"\xef\xbb\xbf")
    text = content.decode(drawn.encoding)
    windows = "\r\n" in drawn.content.decode(drawn.encoding)
    assert text.count("\r\n") == (text.count("\n") if windows else 0)
    assert text.endswith("\n") == drawn.content.endswith(b"\n")
    lines = {*drawn.content.decode(drawn.encoding).splitlines()}
    touched = {line.location.span.line for line in api.check(files).findings}
    untouched = [
        line
        for number, line in enumerate(drawn.content.decode(drawn.encoding).splitlines(), 1)
        if not any(abs(number - other) < 12 for other in touched)
    ]
    assert {*untouched} <= {*text.splitlines()} & lines


@given(st.lists(programs(), min_size=2, max_size=3))
@settings(max_examples=4, deadline=None)
def test_files_beside_do_not_matter(drawn: list[Drawn]) -> None:
    files = {f"tool_{at}.py": each.content for at, each in enumerate(drawn)}
    files["notes.txt"] = b"4100\r\n"
    files["plain.py"] = UNRELATED[0].encode()
    together = applied(files, api.fix(files))
    backwards = dict(reversed(files.items()))

    assert applied(backwards, api.fix(backwards)) == together
    assert together["notes.txt"] == files["notes.txt"]
    assert together["plain.py"] == files["plain.py"]
    for name, content in files.items():
        assert applied({name: content}, api.fix({name: content}))[name] == together[name]
