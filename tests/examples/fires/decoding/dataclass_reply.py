from __future__ import annotations

import json
from dataclasses import dataclass, field

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


@dataclass
class Reply:
    code: int
    message: str
    extra: dict = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return self.code == 0  # expect: CLB102


def create(api: QcloudApi, params: dict) -> Reply:
    answer = json.loads(api.call("CreateLoadBalancer", params))  # expect: CLB204 CreateLoadBalancer
    return Reply(code=answer.pop("code"), message=answer.pop("message"), extra=answer)  # expect: CLB104; CLB104


def main() -> None:
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    reply = create(api, {"loadBalancerType": 2})
    if not reply.ok and reply.code == 5300:  # expect: CLB101 5300
        print("top up first")
