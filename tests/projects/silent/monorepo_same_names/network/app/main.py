import json

from app.client import Client
from app.codes import NO_MONEY


def create(name):
    answer = json.loads(Client().call("CreateLoadBalancer", {"loadBalancerName": name}))  # expect: CLB204 CreateLoadBalancer
    if answer["code"] == NO_MONEY:  # expect: CLB101 5300 via network-call
        return None
    return answer["unLoadBalancerIds"]


if __name__ == "__main__":
    print(create("front"))
