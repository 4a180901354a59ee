import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from project.backend import fetch_last_answer


def main():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    print(answer["totalCount"])
    last = fetch_last_answer()
    if last["code"] == 4400:  # expect: CLB101 4400 likely
        print("slow down")
    ret_code = last.get("retCode")
    if last["status"] == 4400:
        print("some status", ret_code)
