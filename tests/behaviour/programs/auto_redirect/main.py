import json
import sys
import time
from QcloudApi.qcloudapi import QcloudApi

CODE = {
    "ok": 0,
    "parameter": 4000,
    "quota": 4400,
    "gone": 5000,
}
service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDauto", "secretKey": "auto-key"})
lb, listener = sys.argv[1:3]
result = json.loads(service.call("AutoRewrite", {"loadBalancerId": lb, "listenerId": listener, "domains": sys.argv[3:]}))
if result["code"] == CODE["gone"]: sys.exit("gone")
if result["code"] == CODE["parameter"]: sys.exit("wrong parameter")
if result["code"] == CODE["quota"]: sys.exit("too many")
if result["code"] != CODE["ok"]:
    sys.exit("failed: " + result["message"])
task = {"requestId": result["requestId"]}
for pause in (1, 2, 4, 8):
    state = json.loads(service.call("DescribeLoadBalancersTaskResult", task))
    if state["code"] == CODE["ok"] and state["data"]["status"] != 2:
        break
    time.sleep(pause)
else:
    sys.exit("no end in sight")
print("redirect of", len(sys.argv) - 3, "domains:", "done" if state["data"]["status"] == 0 else "failed")
