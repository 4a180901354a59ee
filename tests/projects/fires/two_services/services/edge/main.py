import client
import constants


def drain(balancer, machine):
    answer = client.request("ModifyLoadBalancerBackends", loadBalancerId=balancer, **{  # expect: CLB204 ModifyLoadBalancerBackends via sdk client request  # here: drain
        "backends.0.instanceId": machine,
        "backends.0.weight": 0,
    })
    if answer["code"] == constants.NO_SUCH_BALANCER:  # expect: CLB101 5000 via sdk client request drain
        return False
    return answer["code"] == constants.OK  # expect: CLB102


if __name__ == "__main__":
    import sys

    drain(*sys.argv[1:3])
