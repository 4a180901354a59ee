import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class ErrorCodes(object):
    OK = 0  # expect: CLB103
    BAD_PARAMETER = 4000  # expect: CLB103 4000
    NOT_FOUND = 5000  # expect: CLB103 5000
    PAGE_SIZE = 100


class Finder:
    MISSING = (5000, 5100)  # expect: CLB103 5000 5100

    def __init__(self, config):
        self.api = QcloudApi("lb", config)  # expect: CLB203

    def find(self, name):
        params = {"loadBalancerName": name, "limit": ErrorCodes.PAGE_SIZE}
        answer = json.loads(self.api.call("DescribeLoadBalancers", params))  # expect: CLB204 DescribeLoadBalancers
        if answer["code"] == ErrorCodes.NOT_FOUND:  # expect: CLB101 5000
            return None
        if answer["code"] == ErrorCodes.BAD_PARAMETER:  # expect: CLB101 4000
            raise ValueError(name)
        if answer["code"] in self.MISSING:  # expect: CLB101 5000 5100
            return None
        return answer["loadBalancerSet"] if answer["code"] == ErrorCodes.OK else []  # expect: CLB102
