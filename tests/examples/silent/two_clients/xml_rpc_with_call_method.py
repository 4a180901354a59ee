"""The inventory speaks XML-RPC and its one method happens to be named `call`."""
import json
from xmlrpc.client import ServerProxy

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from settings import CONFIG, RPC_URL

lb = QcloudApi("lb", CONFIG)  # expect: CLB203
rpc = ServerProxy(RPC_URL)


def owner(balancer):
    answer = rpc.call("DescribeLoadBalancers", balancer)
    if answer["code"] == 5000 or answer["code"] == 0:
        return None
    return answer["message"]


def delete(balancer):
    answer = json.loads(lb.call("DeleteLoadBalancers",  # expect: CLB204 DeleteLoadBalancers
                                {"loadBalancerIds": [balancer]}))
    if answer["code"] == 5000:  # expect: CLB101 5000
        print("was gone already, it belonged to", owner(balancer))
    return answer["requestId"]
