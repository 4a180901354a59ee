import json
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def patient(api, action, params):
    answer = json.loads(api.call(action, params))  # expect: CLB204
    while answer["code"] == 4400:  # expect: CLB101 4400
        time.sleep(1)
        answer = json.loads(api.call(action, params))  # expect: CLB204
    tries = 0
    while answer["code"] and tries < 3:  # expect: CLB102
        tries += 1
        answer = json.loads(api.call(action, params))  # expect: CLB204
    return answer


lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
patient(lb, "DescribeLoadBalancers", {"limit": 5})  # expect: CLB204 DescribeLoadBalancers
