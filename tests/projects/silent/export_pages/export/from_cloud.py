import functools
import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from export import paging


@functools.lru_cache(None)
def api():
    return QcloudApi("lb", {  # expect: CLB203
        "Region": "gz",
        "secretId": os.environ["ID"],
        "secretKey": os.environ["KEY"],
    })


def fetch(offset, size):
    params = {"offset": offset, "limit": size}
    return json.loads(api().call("DescribeLoadBalancers", params))  # expect: CLB204 DescribeLoadBalancers  # here: page-call


def rows():
    for page in paging.pages(fetch):
        if page["code"] == 4400:  # expect: CLB101 4400 via page-call
            break
        yield from page["loadBalancerSet"]
