from __future__ import annotations

import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from monitor.result import Result


def probe_cloud(config: dict[str, str]) -> Result:
    body = QcloudApi("lb", config).call("DescribeLoadBalancers", {"limit": 1})  # expect: CLB203; CLB204  # here: probe
    answer = json.loads(body)
    return Result("cloud", answer["code"], answer)  # expect: CLB104  # here: read
