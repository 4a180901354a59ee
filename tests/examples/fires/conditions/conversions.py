import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
reply = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers

if int(reply["code"]) == 4100:  # expect: CLB101 4100
    print("signature")
if str(reply["code"]) == "4104":  # expect: CLB101 4104
    print("key")
if "%s" % reply["code"] == "4400":  # expect: CLB101 4400
    print("quota")
if f"{reply['code']}" in ("6000", "6200"):  # expect: CLB101 6000 6200
    print("later")
if reply["code"] == int("5000"):  # expect: CLB101 5000
    print("gone")
if reply["code"] == str(5100):  # expect: CLB101 5100
    print("failed")
