"""Takes servers out of a load balancer before work on them, and puts them back."""

import time

import requests

from lbkeeper import settings
from lbkeeper.cloud import Cloud, CloudError


def drain(balancer, servers):
    """Set the weight of `servers` to nothing and wait until nobody is connected."""
    cloud = Cloud()
    params = {"loadBalancerId": balancer}
    for index, server in enumerate(servers):
        params["backends.%d.instanceId" % index] = server
        params["backends.%d.weight" % index] = 0
    try:
        cloud.call("ModifyLoadBalancerBackends", params)
    except CloudError as error:
        if error.code == 5100:
            return False
        raise
    while connections(servers) > 0:
        time.sleep(5)
    return True


def connections(servers):
    """Ask the servers themselves; a server that is gone has no connections."""
    total = 0
    for server in servers:
        url = "http://%s:%d/status" % (server, settings.BACKEND_PORT)
        response = requests.get(url, timeout=5)
        if response.status_code == 200:
            status = response.json()
            if status["code"] != 4100:  # the shop's own code for "starting up"
                total += status["connections"]
    return total
