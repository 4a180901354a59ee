import json
from operator import attrgetter, itemgetter, methodcaller

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

code_of = itemgetter("code")
answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota
other = requests.get("https://shop.example.com/orders").json()
print(code_of(other) == 4100, itemgetter("total")(answer) == 4100)
code, total = itemgetter("code", "total")(other)
print(code == 4101, total == 4101)
print(methodcaller("get", "code")(other) == 4104, attrgetter("args")(ValueError(4100)) == 4100)
for code in map(itemgetter("code"), [other]):
    print(code == 4400)
