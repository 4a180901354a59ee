import json

from core import AUTH_FAILED, BUSY, const

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "bj", "secretId": "i", "secretKey": "k"})  # expect: CLB203
reply = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers  # here: lb-call
if reply["code"] == AUTH_FAILED:  # expect: CLB101 4100 via lb-call
    raise SystemExit("keys?")
if reply["code"] in BUSY or reply["code"] == const.QUOTA:  # expect: CLB101 4400 6200 via lb-call; CLB101 4400
    raise SystemExit("later")
