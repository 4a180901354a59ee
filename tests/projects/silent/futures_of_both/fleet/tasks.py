import json

import httpx
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def lb_health(config: dict, balancer: str) -> dict:
    api = QcloudApi("lb", config)  # expect: CLB203
    params = {"loadBalancerId": balancer}
    return json.loads(api.call("DescribeLBHealthStatus", params))  # expect: CLB204 DescribeLBHealthStatus  # here: future-call


def node_health(node: str) -> dict:
    return httpx.get(f"https://{node}.nodes.example.com/health").json()
