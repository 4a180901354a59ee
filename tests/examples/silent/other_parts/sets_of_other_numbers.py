import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota
other = requests.get("https://shop.example.com/orders").json()
ports = {listener["port"] for listener in answer["listenerSet"]}
print(ports == {0}, ports & {4100, 4400}, ports - {5000}, ports <= {4100, 4101})
codes = {row["code"] for row in other["rows"]}
print(codes == {4100}, {4400} & codes, codes.issubset({4104}), codes.isdisjoint([4103]))
print((answer["total"], other["code"]) == (3, 4110), [other["code"]] == [0])
print({4100} & {4100, 4200}, {4100} - {4200} == {4100})
