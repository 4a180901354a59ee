from conf import production as settings
from transport import Transport

lb = Transport("lb", settings.LB)


def drop(balancer):
    answer = lb.send("DeleteLoadBalancers", {"loadBalancerIds.0": balancer})  # expect: CLB204 DeleteLoadBalancers  # here: drop
    if answer["code"] == 5000:  # expect: CLB101 5000 via sdk client request drop
        return False
    if answer["code"] != 0:  # expect: CLB102 via sdk client request drop
        raise RuntimeError(answer["message"])  # expect: CLB104
    return True
