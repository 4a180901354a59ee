"""Adds fields of our own to the answer so that the templates need only one dict."""
import json

from QcloudApi.qcloudapi import QcloudApi


class Api(object):
    def __init__(self, region):
        self.region = region
        self.service = QcloudApi("lb", {
            "Region": region,
            "secretId": "AKIDexample",
            "secretKey": "examplekey",
        })

    def describe(self):
        response = json.loads(self.service.call("DescribeLoadBalancers", {"limit": 100}))
        response["ok"] = response["code"] == 0
        response["region"] = self.region
        response.setdefault("loadBalancerSet", [])
        return response


def main():
    context = Api("ap-guangzhou").describe()
    print("{region}: {ok}".format(**context))
    print(len(context["loadBalancerSet"]))


main()
