import json

import httpx

params = json.load(open("signed.json"))
text = httpx.get("https://vpc.api.qcloud.com/v2/index.php", params=params).text  # expect: CLB201 vpc.api.qcloud.com; CLB204
answer = json.loads(text)
ok = answer["code"] == 0  # expect: CLB102
print("ok" if ok else answer["message"])  # expect: CLB104
