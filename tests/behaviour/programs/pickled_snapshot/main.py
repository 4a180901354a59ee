"""Keeps yesterday's answer in the current folder and compares the names."""
import json
import os
import pickle

from QcloudApi.qcloudapi import QcloudApi

STATE = "lb-snapshot.pickle"


def fetch():
    service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    return json.loads(service.call("DescribeLoadBalancers", {"limit": 100}))


def names(answer):
    return {item["loadBalancerName"] for item in answer.get("loadBalancerSet", [])}


today = fetch()
with open(STATE, "wb") as handle:
    pickle.dump(today, handle)
with open(STATE, "rb") as handle:
    before = pickle.load(handle)
os.unlink(STATE)

if today["code"] == 0 and names(before) == names(today):
    print("nothing new")
else:
    print("changed or failed")
