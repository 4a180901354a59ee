from cloudkit import Balancer, Machine

balancer, machine = Balancer("sh"), Machine()


def rebalance(lb, instance):
    answer = balancer("DescribeLoadBalancerBackends", loadBalancerId=lb)  # expect: CLB204 DescribeLoadBalancerBackends via sdk client request  # here: asked
    if answer["code"] == 5000:  # expect: CLB101 5000 via sdk client request asked
        return None
    reply = machine("DescribeInstances", **{"InstanceIds.0": instance})
    error = reply["Response"].get("Error")
    if error and error["Code"] == "InvalidInstanceId.NotFound":
        return False
    return answer["backendSet"], reply["Response"]["InstanceSet"]


if __name__ == "__main__":
    rebalance("lb-1", "ins-1")
