from deploy.check import is_throttled, raise_for_code, score
from deploy.cloud import request


def refresh(lb, machines):
    raise_for_code(request("DescribeLoadBalancerBackends", {"loadBalancerId": lb}))  # expect: CLB204 DescribeLoadBalancerBackends  # here: refresh
    off = request("ModifyLoadBalancerBackends", {"loadBalancerId": lb, "backends.0.weight": 0})  # expect: CLB204 ModifyLoadBalancerBackends  # here: first
    on = request("ModifyLoadBalancerBackends", {"loadBalancerId": lb, "backends.0.weight": 10})  # expect: CLB204 ModifyLoadBalancerBackends
    if is_throttled(off, on):
        raise SystemExit("slowly!")
    raise_for_code(on, ignore=[5000])
    return score(len(machines))
