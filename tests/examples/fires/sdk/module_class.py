"""Uses the module's own class instead of the factory."""

import json
import os

from QcloudApi.modules.lb import Lb  # expect: CLB202

balancers = Lb(  # expect: CLB203
    {
        "secretId": os.environ["QCLOUD_ID"],
        "secretKey": os.environ["QCLOUD_KEY"],
        "Region": "sh",
        "method": "POST",
    }
)


def health(balancer_id: str) -> list:
    body = balancers.call("DescribeLBHealthStatus", {"loadBalancerId": balancer_id})  # expect: CLB204 DescribeLBHealthStatus
    answer = json.loads(body)
    if answer["code"] in (4101, 4102):  # expect: CLB101 4101 4102
        raise PermissionError(balancer_id)
    return answer["data"]
