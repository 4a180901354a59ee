import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Balancers:
    api = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203

    @staticmethod
    def code_of(answer):
        return answer["code"]  # expect: CLB104

    @classmethod
    def find(cls, name):
        answer = json.loads(cls.api.call("DescribeLoadBalancers", {"loadBalancerName": name}))  # expect: CLB204 DescribeLoadBalancers
        if cls.code_of(answer) == 4106:  # expect: CLB101 4106
            raise PermissionError("second factor")
        return None if Balancers.code_of(answer) else answer["loadBalancerSet"][0]  # expect: CLB102
