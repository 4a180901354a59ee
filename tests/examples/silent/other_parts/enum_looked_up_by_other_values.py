import enum
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Code(enum.IntEnum):
    SIGNATURE = 4100
    MISSING = 5000


answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota
other = requests.get("https://shop.example.com/orders").json()
print(Code(other["code"]), Code(answer["total"]), Code(4100), Code["MISSING"])
