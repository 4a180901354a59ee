# min-confidence: possible
"""A script that uses one variable for every answer, one after the other."""
import json

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {"Region": "sh", "secretId": "id", "secretKey": "key"}
client = QcloudApi("lb", config)  # expect: CLB203

resp = json.loads(client.call("DescribeLoadBalancers", {"limit": 20}))  # expect: CLB204
if resp["code"] == 4500:  # expect: CLB101 4500
    raise SystemExit("the clock is off")
names = [one["loadBalancerName"] for one in resp["loadBalancerSet"]]

resp = requests.post("https://chat.example.com/hooks/42", json={"names": names})
if resp.status_code == 400 or resp.status_code >= 500:
    raise SystemExit(resp.reason)

resp = resp.json()
if resp["code"] == 4500 or resp["code"] == "4100":
    raise SystemExit(resp["message"])

code = resp["code"]
if code == 4000:
    print("the chat did not understand us")
if not code:
    print("told them about", len(names))
