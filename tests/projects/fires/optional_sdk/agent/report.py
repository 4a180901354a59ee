from agent.backends import weights
from agent.conf import settings


def light_backends(balancer, listener):
    answer = weights(balancer, listener)  # here: weights
    if answer.get("code", 0) == 4000:  # expect: CLB101 4000 via sdk client request weights
        raise ValueError(listener)
    return [b for b in answer["data"] if b["weight"] < settings.MINIMUM]
