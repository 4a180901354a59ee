"""A wrapper with one method per task; `_call` names no action itself."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class LoadBalancers:
    def __init__(self, region, secret_id, secret_key):
        config = {"Region": region, "secretId": secret_id, "secretKey": secret_key}
        self._client = QcloudApi("lb", config)  # expect: CLB203

    def _call(self, action, params):
        answer = json.loads(self._client.call(action, params))  # expect: CLB204
        if answer["code"] == 4400:  # expect: CLB101 4400
            return self._call(action, params)
        return answer

    def describe(self, ids):
        answer = self._call("DescribeLoadBalancers", {"loadBalancerIds": ids})  # expect: CLB204 DescribeLoadBalancers
        if answer["code"] == 5000:  # expect: CLB101 5000
            return []
        return answer["loadBalancerSet"]

    def delete(self, ids):
        return self._call("DeleteLoadBalancers", {"loadBalancerIds": ids})["code"]  # expect: CLB204 DeleteLoadBalancers; CLB104


def cleanup(ids):
    code = LoadBalancers("gz", "id", "key").delete(ids)
    if code not in (0, 5000):  # expect: CLB101 5000
        print("left over:", ids)
