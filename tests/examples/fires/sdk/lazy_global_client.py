"""One client for the whole process, made when first needed."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

_client = None


def get_client():
    global _client
    if _client is None:
        _client = QcloudApi("lb", {"Region": "cd", "secretId": "i", "secretKey": "k"})  # expect: CLB203
    return _client


def task_status(request_id):
    reply = json.loads(get_client().call("DescribeLoadBalancersTaskResult", {"requestId": request_id}))  # expect: CLB204 DescribeLoadBalancersTaskResult
    if reply["code"] == 6000:  # expect: CLB101 6000
        return "unknown"
    return {0: "done", 1: "failed", 2: "running"}[reply["data"]["status"]]
