import json
import random
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def robust(config, action, params, attempts=5):
    api, answer = QcloudApi("lb", config), None  # expect: CLB203
    for attempt in range(attempts):
        answer = json.loads(api.call(action, params))  # expect: CLB204
        if answer["code"] not in (4400, 6000):  # expect: CLB101 4400 6000
            break
        time.sleep(2 ** attempt + random.random())
    else:
        raise TimeoutError(action)
    if answer["code"] == 4500:  # expect: CLB101 4500
        raise RuntimeError("replay attack?")
    return answer


robust({"Region": "gz", "secretId": "x", "secretKey": "y"}, "DescribeLoadBalancers", {})  # expect: CLB204 DescribeLoadBalancers
