import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from reactor import handlers
from reactor.registry import dispatch

service = QcloudApi("lb", {"Region": "gz", "secretId": os.environ["I"], "secretKey": os.environ["K"]})  # expect: CLB203  # here: client


def ask(action, params):
    return json.loads(service.call(action, params))  # expect: CLB204  # here: request


def list_balancers(limit="100"):
    return dispatch(ask("DescribeLoadBalancers", {"limit": int(limit)}))  # expect: CLB204 DescribeLoadBalancers


def delete(name):
    return ask("DeleteLoadBalancers", {"loadBalancerIds.0": name})  # expect: CLB204 DeleteLoadBalancers  # here: delete


def version():
    return {"code": "2017", "patience": handlers.draw(1)}
