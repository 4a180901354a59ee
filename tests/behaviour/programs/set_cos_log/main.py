import json
import sys

from QcloudApi.qcloudapi import QcloudApi

BUCKET = "lb-logs-1250000000"


def enable(service, balancer):
    body = service.call("SetLoadBalancerLog", {
        "loadBalancerId": balancer,
        "switch": 1,
        "bucketName": BUCKET,
        "period": 60,
    })
    return json.loads(body)


def main():
    service = QcloudApi("lb", {
        "Region": "ap-shanghai",
        "secretId": "AKIDexample",
        "secretKey": "examplekey",
    })
    reply = enable(service, "lb-app1")
    if reply["code"] != 0:
        print("log not switched on")
        return 1
    print("log switched on")
    return 0


if __name__ == "__main__":
    sys.exit(main())
