import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def status(cfg, request_id):
    api = QcloudApi("lb", cfg)  # expect: CLB203
    rsp = json.loads(api.call("DescribeLoadBalancersTaskResult", {"requestId": request_id}))  # expect: CLB204 DescribeLoadBalancersTaskResult
    if rsp.get("code", -404) == -404:  # expect: CLB101
        return "no answer"
    if rsp.get("code", -404) == 0:  # expect: CLB102
        return rsp["data"]["status"]
    return rsp.get("message", "")  # expect: CLB104
