import json

from QcloudApi.qcloudapi import QcloudApi as _Legacy  # expect: CLB202

Client = _Legacy


def weights(lb, listener):
    c = Client("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})  # expect: CLB203
    r = json.loads(c.call("DescribeForwardLBBackends", {"loadBalancerId": lb, "listenerIds.0": listener}))  # expect: CLB204 DescribeForwardLBBackends
    if 4000 == r["code"]:  # expect: CLB101 4000
        raise ValueError(lb)
    return r["data"]
