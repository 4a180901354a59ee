"""One client, its config turned from region to region."""
import json

from QcloudApi.qcloudapi import QcloudApi

config = {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"}
service = QcloudApi("lb", config)

for short in ("gz", "sh", "bj"):
    config["Region"] = short
    answer = json.loads(service.call("DescribeLoadBalancers", {"limit": 100}))
    if answer["code"] == 0:
        print(short, answer["totalCount"])
    else:
        print(short, "failed")
