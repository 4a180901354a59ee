import json
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def wait_for(api, request_id):
    while True:
        answer = json.loads(api.call("DescribeLoadBalancersTaskResult", {"requestId": request_id}))  # expect: CLB204 DescribeLoadBalancersTaskResult
        code = answer["code"]  # expect: CLB104
        if code == 4400:  # expect: CLB101 4400
            time.sleep(2)
            continue
        if code:  # expect: CLB102
            raise RuntimeError(code)
        if answer["data"]["status"] != 2:
            return answer["data"]["status"] == 0


if __name__ == "__main__":
    lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    print(wait_for(lb, 1234))
