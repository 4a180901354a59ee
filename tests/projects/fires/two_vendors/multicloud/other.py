import requests

from .base import Cloud


class Other(Cloud):
    """Their codes are numbers as well, and mean something else."""

    def __init__(self, token):
        self.session = requests.Session()
        self.session.headers["Authorization"] = token

    def call(self, action, params):
        return self.session.post("https://api.other-cloud.example/" + action, json=params).json()

    def succeeded(self, answer):
        return answer["code"] == 0


def other_balancers(token):
    cloud = Other(token)
    answer = cloud.call("DescribeLoadBalancers", {})
    if answer["code"] == 4100 or answer["code"] in (5000, 6000):
        return []
    return answer["balancers"] if cloud.succeeded(answer) else []
