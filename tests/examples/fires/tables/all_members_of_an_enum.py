import json
from enum import Enum

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Known(Enum):
    SIGNATURE = 4100  # expect: CLB103 4100
    TOKEN = 4105  # expect: CLB103 4105


def known(config):
    answer = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", {}))  # expect: CLB203; CLB204 DescribeLoadBalancers
    return answer["code"] in [member.value for member in Known]  # expect: CLB101 4100 4105
