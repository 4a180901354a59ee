"""Buys load balancers for a sale and gives them back afterwards."""

import json

from QcloudApi.qcloudapi import QcloudApi

from lbkeeper import settings


def service():
    return QcloudApi(
        "lb",
        {
            "Region": settings.REGION,
            "secretId": settings.SECRET_ID,
            "secretKey": settings.SECRET_KEY,
        },
    )


def buy(count, network):
    """Buy `count` public load balancers; tell in words how it went."""
    answer = json.loads(
        service().call(
            "CreateLoadBalancer",
            {"loadBalancerType": 2, "forward": 1, "vpcId": network, "number": count},
        )
    )
    match answer["code"]:
        case 0:
            return "bought " + ", ".join(sum(answer["unLoadBalancerIds"].values(), []))
        case 4400:
            return "the quota is used up; ask for more in the console"
        case 5200 | 5300:
            return "not bought; see that the account is charged"
        case 5500:
            return "not bought; the company must be verified first"
        case _:
            return "not bought: " + answer["message"]


def give_back(ids):
    """Delete load balancers; return those that are still there."""
    params = {"loadBalancerIds.%d" % index: one for index, one in enumerate(ids)}
    answer = json.loads(service().call("DeleteLoadBalancers", params))
    code = int(answer.get("code", -1))
    if code == 5400:
        detail = answer["detail"]
        return [one for one in ids if detail[one]["code"] != 0]
    if code == 5100:
        return list(ids)
    assert code == 0, "cannot delete %s: %s" % (ids, answer["message"])
    return []
