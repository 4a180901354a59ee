"""The names are used; the backends are only dumped for the archive."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

config = {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"}


def names():
    answer = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", {"limit": 40}))
    if answer["code"] == 0:
        return sorted(item["loadBalancerName"] for item in answer["loadBalancerSet"])
    return []


def archive(stream):
    answer = json.loads(QcloudApi("lb", config).call("DescribeForwardLBBackends", {"loadBalancerId": "lb-app1"}))
    json.dump(answer, stream, sort_keys=True)
    stream.write("\n")


print(names())
archive(sys.stdout)
