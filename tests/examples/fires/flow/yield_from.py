import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203


def health(ids):
    for lb in ids:
        yield lb, json.loads(api.call("DescribeLBHealthStatus", {"loadBalancerId": lb}))  # expect: CLB204 DescribeLBHealthStatus


def everything(groups):
    for group in groups:
        yield from health(group)


for lb, answer in everything([["lb-1"], ["lb-2", "lb-3"]]):
    if answer["code"] == 5000:  # expect: CLB101 5000
        print(lb, "is gone")
