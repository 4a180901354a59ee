import json

from QcloudApi.qcloudapi import QcloudApi


class Balancers:
    """A thin client."""

    def __init__(self, secret_id, secret_key):
        config = {"Region": "ap-guangzhou", "secretId": secret_id, "secretKey": secret_key}
        self._service = QcloudApi("lb", config)

    def _ask(self, action, params):
        answer = json.loads(self._service.call(action, params))
        if answer["code"] != 0:
            raise RuntimeError(answer["message"])
        return answer

    def names(self):
        answer = self._ask("DescribeLoadBalancers", {"forward": 1})
        return [each["loadBalancerName"] for each in answer["loadBalancerSet"]]

    def rename(self, balancer, name):
        params = {"loadBalancerId": balancer, "loadBalancerName": name}
        self._ask("ModifyForwardLBName", params)


balancers = Balancers("id", "key")
print(balancers.names())
balancers.rename("lb-1", "shop")
