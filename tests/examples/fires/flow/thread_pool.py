import json
from concurrent.futures import ThreadPoolExecutor

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def describe(region):
    api = QcloudApi("lb", {"Region": region, "secretId": "x", "secretKey": "y"})  # expect: CLB203
    return json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers


def main():
    with ThreadPoolExecutor(max_workers=4) as pool:
        first = pool.submit(describe, "gz").result()
        if first["code"] == 4100:  # expect: CLB101 4100
            raise SystemExit("signature")
        for answer in pool.map(describe, ["sh", "bj", "cd"]):
            if answer["code"] != 0:  # expect: CLB102
                print(answer["message"])  # expect: CLB104


main()
