import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def describe(response, **options):
    if options.get("verbose"):
        print(response)
    return verdict(**response)  # expect: CLB104; CLB104


def verdict(code, message="", **data):
    if code == 4100:  # expect: CLB101 4100
        return "signature: " + message
    return "ok" if code == 0 else "code %s" % code  # expect: CLB102


def main():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    response = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    print(describe(response, verbose=True))


main()
