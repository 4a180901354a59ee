import importlib
import json

sdk = importlib.import_module("QcloudApi.qcloudapi")  # expect: CLB202
api = sdk.QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
if answer["code"] == 4110:  # expect: CLB101 4110
    print("CAM")
