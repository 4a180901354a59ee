import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from proxy import wrap


def connect(region):
    return wrap(QcloudApi("lb", {"Region": region, "secretId": "i", "secretKey": "k"}))  # expect: CLB203  # here: client


def rename(client, lb, name):
    body = client.call("ModifyLoadBalancerAttributes", {"loadBalancerId": lb, "loadBalancerName": name})  # expect: CLB204 ModifyLoadBalancerAttributes via sdk client  # here: request
    return json.loads(body)
