import json
from types import SimpleNamespace

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203


def call(action, **params):
    body = api.call(action, params)  # expect: CLB204
    return json.loads(body, object_hook=lambda d: SimpleNamespace(**d))


rsp = call("DescribeLoadBalancers", limit=1)  # expect: CLB204 DescribeLoadBalancers
if rsp.code == 4101:  # expect: CLB101 4101
    print("not allowed:", rsp.message)  # expect: CLB104
elif rsp.codeDesc == "Success":  # expect: CLB102
    print(rsp.totalCount)
