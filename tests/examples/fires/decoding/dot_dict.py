import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Dot(dict):
    """A dict whose keys are attributes too."""

    __getattr__ = dict.get


lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
r = Dot(json.loads(lb.call("CloneLB", {"loadBalancerId": "lb-2"})))  # expect: CLB204 CloneLB
if r.code == 4000:  # expect: CLB101 4000
    print("bad parameter")
