import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota
other = requests.get("https://shop.example.com/orders").json()

for key, value in answer.items():
    if value == 0 or not value or isinstance(value, list) or value == 123456:
        print(key)
for name, value in answer["limits"].items():
    print(name, value == 4100, value["code"] == 4100)
for key in answer:
    print(key == 4100, len(key) == 4100)

present = {key: value for key, value in other.items() if value is not None}
print(present["code"] == 4100)
result = {"took": 3}
result.update(other)
print(result["code"] == 4102, result["took"] == 4102)
counted = {key: len(str(value)) for key, value in answer.items()}
print(counted["code"] == 4100)
