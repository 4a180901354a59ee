from . import errcodes
from .errcodes import Err, Named
from .rpc import rpc


def bind(lb, machine):
    answer = rpc("RegisterInstancesWithLoadBalancer", {"loadBalancerId": lb, "backends.0.instanceId": machine})  # expect: CLB204 RegisterInstancesWithLoadBalancer  # here: bind
    if answer["code"] == Err.NOT_FOUND:  # expect: CLB101 5000 via sdk client request bind
        raise KeyError(lb)
    if answer["code"] in errcodes.AUTH_CODES:  # expect: CLB101 4100 4104 4105
        raise PermissionError(machine)
    if str(answer["code"]) == Named.REPLAY.value:  # expect: CLB101 4500
        raise RuntimeError("clock")
    return explain(answer["code"])  # expect: CLB104  # here: explained


def explain(code):
    if code == errcodes.Codes.INTERNAL:  # expect: CLB101 6000 via sdk client request bind explained
        return "try again"
    return errcodes.MESSAGES.get(code)
