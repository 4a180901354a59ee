from acme.cloud import transport


def listeners(balancer):
    answer = transport.send({"Action": "DescribeLoadBalancerListeners", "loadBalancerId": balancer})  # expect: CLB204 DescribeLoadBalancerListeners  # here: listeners
    if answer["code"] == 5000:  # expect: CLB101 5000 via host request listeners
        return []
    return answer["listenerSet"]
