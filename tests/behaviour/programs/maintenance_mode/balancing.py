import json
from os import environ

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {
    "Region": "ap-guangzhou",
    "secretId": environ["OPS_ID"],
    "secretKey": environ["OPS_KEY"],
})


def take_out(balancer, instance):
    r = json.loads(service.call("DeregisterInstancesFromLoadBalancer",
                                {"loadBalancerId": balancer, "backends.0.instanceId": instance}))
    return r["code"], r["message"]


def put_back(balancer, instance, weight):
    r = json.loads(service.call("RegisterInstancesWithLoadBalancer",
                                {"loadBalancerId": balancer,
                                 "backends.0.instanceId": instance,
                                 "backends.0.weight": weight}))
    return r["code"], r["message"]


def members(balancer):
    r = json.loads(service.call("DescribeLoadBalancerBackends", {"loadBalancerId": balancer}))
    if r["code"] != 0:
        return []
    return sorted(b["unInstanceId"] for b in r["backendSet"])
