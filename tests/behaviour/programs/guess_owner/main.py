"""Who looks after this load balancer?  By project and name."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

OWNERS = {0: "platform", 7: "shop"}


def describe(balancer_id):
    """The only call; the answer as the cloud gave it."""
    client = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDowner", "secretKey": "owner-key"})
    return json.loads(client.call("DescribeLoadBalancers", {"loadBalancerIds": [balancer_id], "forward": -1}))


def owner(balancer):
    project = balancer.get("projectId", 0)
    if project in OWNERS:
        return OWNERS[project]
    return balancer["loadBalancerName"].split("-")[0]


def is_transient(answer):
    return answer["code"] in (4400, 5100, 6000, 6200)


def is_denied(answer):
    return str(answer["code"]).startswith("41") or answer["code"] == 4300


if __name__ == "__main__":
    answer = describe(sys.argv[1])
    if is_transient(answer):
        answer = describe(sys.argv[1])      # once more
    if is_denied(answer):
        print("we may not look")
        sys.exit(77)
    balancers = answer.get("loadBalancerSet", [])
    if len(balancers) != 1:
        print("found", len(balancers), "of them")
        sys.exit(1)
    print(sys.argv[1], "belongs to", owner(balancers[0]))
    print("visible" if balancers[0]["loadBalancerType"] == 2 else "hidden", "at", balancers[0]["loadBalancerVips"][0])
