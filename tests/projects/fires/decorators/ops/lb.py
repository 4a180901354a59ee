import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from ops.util import logged, retry, timed

TRANSIENT = (4400, 6200)  # expect: CLB103 4400 6200
_api = QcloudApi("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})  # expect: CLB203  # here: client


@logged
@retry(codes=TRANSIENT)
def call(action, **params):
    return json.loads(_api.call(action, params))  # expect: CLB204  # here: request


@timed
def balancers():
    return call("DescribeLoadBalancers", limit=100)  # expect: CLB204 DescribeLoadBalancers via sdk client request  # here: balancers
