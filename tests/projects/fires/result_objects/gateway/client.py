from __future__ import annotations

import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .results import Failure, Reply, Result


class Gateway:
    def __init__(self, config: dict[str, str]) -> None:
        self.api = QcloudApi("lb", config)  # expect: CLB203 lb  # here: client

    def _json(self, action: str, params: dict) -> dict:
        return json.loads(self.api.call(action, params))  # expect: CLB204  # here: request

    def describe(self, lb: str) -> Reply:
        return Reply.parse(self._json("DescribeLoadBalancers", {"loadBalancerIds.0": lb}))  # expect: CLB204 DescribeLoadBalancers  # here: reply

    def delete(self, lb: str) -> Result:
        answer = self._json("DeleteLoadBalancers", {"loadBalancerIds.0": lb})  # expect: CLB204 DeleteLoadBalancers  # here: delete
        return Result(answer["code"], answer["message"])  # expect: CLB104; CLB104

    def rename(self, lb: str, name: str) -> Failure | None:
        answer = self._json("ModifyLoadBalancerAttributes", {"loadBalancerId": lb, "loadBalancerName": name})  # expect: CLB204 ModifyLoadBalancerAttributes  # here: rename
        return Failure(answer["code"], answer["message"]) if answer["code"] else None  # expect: CLB102; CLB104; CLB104
