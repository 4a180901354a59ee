"""Small programs with comments, and what is reported of them."""

from __future__ import annotations

from clb_migrate import api
from clb_migrate.run import Report

HEAD = """\
import json
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})
answer = json.loads(service.call("DescribeLoadBalancers", {"forward": 1}))
"""
LINES = HEAD.count("\n")


def report(code: str, path: str = "a.py") -> Report:
    """Check one file, with all rules that are on by default."""
    return api.check({path: code.encode()})


def told(code: str) -> list[tuple[int, str]]:
    """Return the lines, counted from behind `HEAD`, and the rules of what is found."""
    found = report(HEAD + code).findings
    return [
        (each.location.span.line - LINES, each.rule)
        for each in found
        if each.location.span.line > LINES
    ]


def fixed(code: str, path: str = "a.py") -> str:
    """Return what `fix` makes of a file."""
    changes = api.fix({path: code.encode()}).changes
    return changes[0].after.decode() if changes else code
