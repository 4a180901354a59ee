import json
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203


def poll():
    return json.loads(api.call("DescribeLoadBalancersTaskResult", {"requestId": 7}))  # expect: CLB204 DescribeLoadBalancersTaskResult


while (answer := poll())["code"] == 6200:  # expect: CLB101 6200
    time.sleep(5)

if (code := answer["code"]) == 4000:  # expect: CLB101 4000
    print("bad request")
elif code == 4600:  # expect: CLB101 4600
    print("use https")
