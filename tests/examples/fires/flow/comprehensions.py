import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

REGIONS = ["gz", "sh", "bj"]


def client(region):
    return QcloudApi("lb", {"Region": region, "secretId": "x", "secretKey": "y"})  # expect: CLB203


answers = {r: json.loads(client(r).call("DescribeLoadBalancers", {})) for r in REGIONS}  # expect: CLB204 DescribeLoadBalancers
denied = [r for r, answer in answers.items() if answer["code"] in (4100, 4101)]  # expect: CLB101 4100 4101
busy = any(answer["code"] == 4400 for answer in answers.values())  # expect: CLB101 4400
codes = {answer["code"] for answer in answers.values()}  # expect: CLB104
total = sum(a["totalCount"] for a in answers.values() if not a["code"])  # expect: CLB102
if all(code == 0 for code in codes):  # expect: CLB102
    print(total)
