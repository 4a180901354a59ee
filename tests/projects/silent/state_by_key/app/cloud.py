import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from app import state


def refresh():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "", "secretKey": ""})  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers  # here: state-call
    state.last["lb"] = state.remember("lb", answer)
