import json
import sys
import time

from QcloudApi.qcloudapi import QcloudApi

ids = sys.argv[1:]
if not ids:
    sys.exit("which ones?")

answer = input("really delete %s? " % ", ".join(ids))
print()
if answer.strip().lower() not in ("y", "yes"):
    print("left alone")
    sys.exit(0)

service = QcloudApi(
    "lb",
    {"Region": "gz", "secretId": "AKIDdelete", "secretKey": "delete-key", "Token": "temporary-token"},
)
params = {}
for i, x in enumerate(ids):
    params["loadBalancerIds.%d" % i] = x

resp = json.loads(service.call("DeleteLoadBalancers", params))
try:
    assert resp["code"] == 0, resp["message"]
except AssertionError as problem:
    if resp["code"] == 4105:
        print("the temporary key ran out, log in again")
        sys.exit(3)
    print("not deleted:", problem)
    sys.exit(1)

request = resp["requestId"]
status = 2
for poll in range(5):
    resp = json.loads(service.call("DescribeLoadBalancersTaskResult", {"requestId": request}))
    if resp["code"] != 0:
        print("cannot follow the deletion")
        sys.exit(1)
    status = resp["data"]["status"]
    if status != 2:
        break
    time.sleep(3)
print("deletion", ("finished", "failed", "under way")[status])
