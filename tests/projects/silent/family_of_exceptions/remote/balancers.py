import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from remote.errors import BalancerError, LocalError


def delete(name):
    if not name.startswith("lb-"):
        raise LocalError(LocalError.BAD_ARGUMENT, name)
    config = {"Region": "gz", "secretId": os.environ["ID"], "secretKey": os.environ["KEY"]}
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("DeleteLoadBalancers", {"loadBalancerIds": [name]}))  # expect: CLB204 DeleteLoadBalancers  # here: family-call
    if answer["code"] != 0:  # expect: CLB102 via family-call
        raise BalancerError(answer["code"])  # expect: CLB104  # here: family-raise
