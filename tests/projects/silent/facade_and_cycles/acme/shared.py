from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from acme import Client

CONFIG = {"Region": "gz", "secretId": "a", "secretKey": "b"}


def describe(client: Client) -> str:
    answer = client.get("balancers")
    if answer["code"] == 4101 or answer["code"] in (4100, 5000):
        return "not for you"
    return answer["message"]


def describe_old(client) -> str:
    answer = client.get("DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 4101:  # expect: CLB101 4101 via compat-get
        return "not for you"
    return str(answer["totalCount"])
