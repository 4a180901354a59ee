import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota

present = {key: value for key, value in answer.items() if value is not None}
print(present["code"] == 4100)  # expect: CLB101 4100
print(dict(answer.items())["code"] == 4101)  # expect: CLB101 4101

result = {"took": 3}
result.update(answer)
print(result["code"] == 4102)  # expect: CLB101 4102

lower = {}
for key, value in answer.items():
    lower[key] = value
    if key == "code" and value == 4400:  # expect: CLB101 4400
        print("too many requests")
print(lower["code"] == 4103)  # expect: CLB101 4103
print((answer | {"took": 3})["code"] == 4104)  # expect: CLB101 4104
print("code" in answer.keys())  # expect: CLB104
for key in answer:
    print(key, answer[key] == 4110)  # expect: CLB101 4110
