import acme.cloud.transport


def certificates(balancer):
    reply = acme.cloud.transport.send({"Action": "GetCertListWithLoadBalancer", "loadBalancerId": balancer})  # expect: CLB204 GetCertListWithLoadBalancer  # here: certificates
    assert reply["code"] == 0, reply["message"]  # expect: CLB102 via host request certificates; CLB104
    return reply["data"]
