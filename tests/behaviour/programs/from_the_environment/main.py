"""All settings come from the environment."""
import json
import os
import sys

from QcloudApi.qcloudapi import QcloudApi


def fail(text, status=1):
    print("error: " + text)
    sys.exit(status)


service = QcloudApi("lb", {
    "Region": os.environ["LB_REGION"],
    "secretId": os.environ["QCLOUD_SECRET_ID"],
    "secretKey": os.environ["QCLOUD_SECRET_KEY"],
})

params = {"limit": 10, "forward": 1}
if "--all" in sys.argv:
    params["forward"] = -1

answer = json.loads(service.call("DescribeLoadBalancers", params))
code = answer["code"]
if code in (4104, 4100):
    fail("QCLOUD_SECRET_ID or QCLOUD_SECRET_KEY", 3)
if code == 4000:
    fail("LB_REGION or our parameters", 4)
if code:
    fail(answer["message"])
print(answer["totalCount"], "found:", *(item["loadBalancerName"] for item in answer["loadBalancerSet"]))
