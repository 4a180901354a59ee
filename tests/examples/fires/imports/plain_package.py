import json

import QcloudApi.qcloudapi  # expect: CLB202


def main():
    service = QcloudApi.qcloudapi.QcloudApi("lb", {"secretId": "x", "secretKey": "y"})  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {"Region": "gz"}))  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 6100:  # expect: CLB101 6100
        print("no such version")


main()
