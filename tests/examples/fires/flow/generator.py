import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def pages(api, size=100):
    offset = 0
    while True:
        page = json.loads(api.call("DescribeLoadBalancers", {"offset": offset, "limit": size}))  # expect: CLB204 DescribeLoadBalancers
        yield page
        offset += size
        if offset >= page["totalCount"]:
            return


def main():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
    for page in pages(api):
        if page["code"] == 6200:  # expect: CLB101 6200
            break
        for balancer in page["loadBalancerSet"]:
            print(balancer["loadBalancerId"])


if __name__ == "__main__":
    main()
