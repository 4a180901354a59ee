# min-confidence: possible
"""Names that are declared, deleted or never read are no checks."""
from __future__ import annotations

import json
from typing import Literal, TypedDict

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

Number = Literal[4000, 4100, 5000]
code: int = 4100
message: str = "4100"


class Envelope(TypedDict, total=False):
    code: Number
    message: str
    codeDesc: Literal["Success"]


def describe(config: dict[str, str], code: Literal[4100] = 4100) -> Envelope:
    service = QcloudApi("lb", config)  # expect: CLB203
    body: bytes = service.call("DescribeLoadBalancers", {})  # expect: CLB204
    answer: Envelope = json.loads(body)
    return answer


def unused(codes: dict[int, str] | None = None) -> None:
    code: Literal[5000]
    message = 6000
    del message
