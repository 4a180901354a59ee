"""A class of our own happens to be called QcloudApi, too; that one is not Tencent's."""
import json

import bus
from bus import QcloudApi
from QcloudApi.qcloudapi import QcloudApi as TencentApi

api = QcloudApi("lb", {"Region": "gz"})
answer = bus.decode(api.call("DescribeLoadBalancers", {"limit": 3}))
if answer["code"] == 4100:
    print("bus: not registered")
elif answer["code"] == 0:
    print("bus: up, %s seats" % answer["totalCount"])

cloud = TencentApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(cloud.call("DescribeLoadBalancers", {"limit": 3, "forward": -1}))
if answer["code"] == 4100:
    print("cloud: not registered")
elif answer["code"] == 0:
    print("cloud: up, %s balancers" % answer["totalCount"])
