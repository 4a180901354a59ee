import json
from functools import partial

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

service = QcloudApi("lb", {"Region": "hk", "secretId": "i", "secretKey": "k"})  # expect: CLB203
describe = partial(service.call, "DescribeLoadBalancers")

page = json.loads(describe({"offset": 0, "limit": 100}))  # expect: CLB204 DescribeLoadBalancers
if page["code"] == 4300:  # expect: CLB101 4300
    print("this account may not use the API")
