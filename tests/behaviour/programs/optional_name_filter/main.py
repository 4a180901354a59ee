import argparse
import json

from QcloudApi.qcloudapi import QcloudApi

parser = argparse.ArgumentParser()
parser.add_argument("--name", default=None)
parser.add_argument("--limit", type=int, default=20)
options = parser.parse_args()

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
# the SDK leaves out what is None
response = json.loads(service.call("DescribeLoadBalancers", {
    "loadBalancerName": options.name,
    "limit": options.limit,
}))
if response["code"] == 0:
    print(response["totalCount"])
else:
    print("failed")
