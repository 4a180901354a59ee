import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

svc = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
ret = json.loads(svc.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
if ret["codeDesc"] == "Success":  # expect: CLB102
    print(ret["totalCount"])
elif ret["codeDesc"] == "AuthFailure":  # expect: CLB101
    print("signature")
elif ret.get("codeDesc") in ("MFACheckFailed", "TokenCheckFailed"):  # expect: CLB101
    print("session")
elif "InternalError" != ret["codeDesc"]:  # expect: CLB101
    print("call support")
