import functools
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


@functools.lru_cache(maxsize=None)
def client(module, region="gz"):
    return QcloudApi(module, {"Region": region, "secretId": "x", "secretKey": "y"})  # expect: CLB203


def ask(module, action, api=None, **params):
    api = api or client(module)
    return json.loads(api.call(action, params) or "{}")  # expect: CLB204


rsp = ask("lb", "DescribeLoadBalancers", limit=3)  # expect: CLB204 DescribeLoadBalancers
if isinstance(rsp, dict) and rsp.get("code") == 4100:  # expect: CLB101 4100
    print("signature")
