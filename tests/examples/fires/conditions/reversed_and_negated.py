import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def succeeded(answer):
    return 0 == answer["code"]  # expect: CLB102


def retryable(answer):
    return not (4400 != answer["code"] and 6200 != answer["code"])  # expect: CLB101 4400; CLB101 6200


def unknown_balancer(answer):
    return not answer["code"] != 5000  # expect: CLB101 5000


def main():
    service = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    print(succeeded(answer), retryable(answer), unknown_balancer(answer))


main()
