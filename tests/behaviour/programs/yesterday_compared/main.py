import json
import time

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def snapshot():
    return json.loads(service.call("DescribeForwardLBBackends", {"loadBalancerId": "lb-app1"}))


first = snapshot()
time.sleep(0)
second = snapshot()
print("stable" if first == second else "moving")
