import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .errors import AccountError, CloudError, LocalError


def invoke(action, params, config=None):
    if not config:
        raise LocalError("no configuration")
    resp = json.loads(QcloudApi("lb", config).call(action, params))  # expect: CLB203 lb; CLB204 via sdk  # here: request
    if str(resp["code"]).startswith("41"):  # expect: CLB101 4100 via sdk request
        raise AccountError(resp["code"], resp["message"])  # expect: CLB104 via request; CLB104 via request  # here: account
    if resp["code"] != 0:  # expect: CLB102 via sdk request
        raise CloudError(resp["code"], message=resp["message"], action=action)  # expect: CLB104; CLB104  # here: raised
    return resp


def delete(lb_id, config):
    return invoke("DeleteLoadBalancers", {"loadBalancerIds.0": lb_id}, config)  # expect: CLB204 DeleteLoadBalancers via sdk request
