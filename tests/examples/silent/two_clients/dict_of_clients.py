"""A registry of clients, legacy and other, looked up by name."""
import json

import boto3
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

CONFIG = {"Region": "gz", "secretId": "id", "secretKey": "key"}

CLIENTS = {
    "tencent": QcloudApi("lb", CONFIG),  # expect: CLB203
    "amazon": boto3.client("elbv2"),
}


def tencent_names():
    answer = json.loads(CLIENTS["tencent"].call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] == 4100:  # expect: CLB101
        raise SystemExit("keys?")
    return [one["loadBalancerName"] for one in answer["loadBalancerSet"]]


def amazon_names():
    answer = CLIENTS["amazon"].describe_load_balancers(PageSize=400)
    if answer["code"] == 4100:
        raise SystemExit("keys?")
    if answer["ResponseMetadata"]["HTTPStatusCode"] != 200 or not answer["code"]:
        return []
    return [one["LoadBalancerName"] for one in answer["LoadBalancers"]]
