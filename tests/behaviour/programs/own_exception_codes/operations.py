import json

from QcloudApi.qcloudapi import QcloudApi

from errors import LbError

service = QcloudApi("lb", {
    "Region": "gz",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "method": "POST",
})


def _checked(body):
    result = json.loads(body)
    if result["code"] != 0:
        raise LbError(result["code"], result["message"])
    return result


def delete_rules(balancer, listener, locations):
    params = {"loadBalancerId": balancer, "listenerId": listener}
    for number, location in enumerate(locations):
        params["locationIds.%d" % number] = location
    _checked(service.call("DeleteForwardLBListenerRules", params))


def delete_listener(balancer, listener):
    _checked(service.call("DeleteForwardLBListener", {"loadBalancerId": balancer, "listenerId": listener}))
