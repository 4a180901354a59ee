from __future__ import annotations

from ..errors import codes
from .session import Session


class LoadBalancers:
    def __init__(self, session: Session) -> None:
        self.session = session

    def find(self, name: str) -> dict | None:
        answer = self.session.send("DescribeLoadBalancers", loadBalancerName=name)  # expect: CLB204 DescribeLoadBalancers  # here: find
        if answer["code"] in codes.MISSING:  # expect: CLB101 5000 5100 via sdk client request decoded find
            return None
        return answer["loadBalancerSet"][0]

    def rename(self, balancer_id: str, name: str) -> dict:
        return self.session.send("ModifyLoadBalancerAttributes", loadBalancerId=balancer_id, loadBalancerName=name)  # expect: CLB204 ModifyLoadBalancerAttributes via client request  # here: rename
