import json
from contextlib import ExitStack

from deploykit import Region, lb_client
from deploykit.connections import answer_of


def swap(lb, old, new):
    with lb_client("gz") as client, open("swap.log", "a") as log:
        raw = client.call("RegisterInstancesWithLoadBalancer", {"loadBalancerId": lb, "backends.0.instanceId": new})  # expect: CLB204 RegisterInstancesWithLoadBalancer via sdk managed  # here: register
        answer = json.loads(raw)
        log.write(answer["message"])  # expect: CLB104
        if answer["code"] == 5200:  # expect: CLB101 5200 via sdk managed register
            return False
        with answer_of(client, "DescribeLoadBalancerBackends", {"loadBalancerId": lb}) as listing:  # expect: CLB204 DescribeLoadBalancerBackends
            if listing["code"] != 0:  # expect: CLB102 via sdk managed yielded
                return False
    with Region("gz") as region:
        region.ask("DeregisterInstancesFromLoadBalancer", loadBalancerId=lb)  # expect: CLB204 DeregisterInstancesFromLoadBalancer via entered request
        if region.code == 5000:  # expect: CLB101 5000 via sdk entered request
            print(old, "was not there")
    with ExitStack() as stack:
        other = stack.enter_context(Region("sh"))
        return other.ask("DescribeLoadBalancers")["code"] == 4100  # expect: CLB204 DescribeLoadBalancers; CLB101 4100 via entered request
