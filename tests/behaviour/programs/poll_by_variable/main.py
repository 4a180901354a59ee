import json
import time

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})

ret = json.loads(service.call("ModifyLoadBalancerAttributes", {
    "loadBalancerId": "lb-app1",
    "loadBalancerName": "front-renamed",
}))
if ret["code"] != 0:
    raise SystemExit("rename refused")
requestId = ret["requestId"]
status = 2
while status == 2:
    task = json.loads(service.call("DescribeLoadBalancersTaskResult", {"requestId": requestId}))
    if task["code"] != 0:
        raise SystemExit("lost the task")
    status = task["data"]["status"]
    time.sleep(0)
print("renamed" if status == 0 else "rename failed")
