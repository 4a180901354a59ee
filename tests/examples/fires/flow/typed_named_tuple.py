from __future__ import annotations

import json
from typing import NamedTuple

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Reply(NamedTuple):
    code: int
    body: dict

    def succeeded(self) -> bool:
        return self.code == 0  # expect: CLB102


def ask(api: QcloudApi, action: str, **params: str) -> Reply:
    answer = json.loads(api.call(action, params))  # expect: CLB204
    return Reply(int(answer["code"]), answer)  # expect: CLB104


def main() -> None:
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    code, body = ask(api, "DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers
    if code == 6000:  # expect: CLB101 6000
        print(body["message"])  # expect: CLB104
    elif ask(api, "DescribeRewrite", loadBalancerId="lb-1").succeeded():  # expect: CLB204 DescribeRewrite
        print("rewrites")


main()
