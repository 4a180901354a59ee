"""Shell scripts pipe this into jq."""
import sys

from QcloudApi.qcloudapi import QcloudApi


def main():
    service = QcloudApi("lb", {"Region": "ap-beijing", "secretId": "AKIDexample", "secretKey": "examplekey"})
    body = service.call("DescribeLoadBalancers", {"limit": 5, "forward": 1})
    sys.stdout.write(body.decode("utf-8"))
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
