"""A data field may be called `code` as well; it is no error code."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def regions(config):
    service = QcloudApi("cvm", config)  # expect: CLB203
    resp = json.loads(service.call("DescribeRegions", {}))  # expect: CLB204
    if int(resp["code"]) != 0:  # expect: CLB102
        return []
    data = resp["data"]
    if data["code"] == 4100 or resp["data"]["code"] == 5000:
        return []
    if resp.get("data", {}).get("code") in (4000, 6000):
        return []
    rows = []
    for item in resp["data"]["items"]:
        if item["code"] == 4300 or not item["code"]:
            continue
        print(item["message"])
        rows.append(item["code"])
    return [row["code"] for row in resp["regionSet"] if row["code"] != 0] + rows
