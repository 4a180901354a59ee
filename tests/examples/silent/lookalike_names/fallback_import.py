"""Without the legacy SDK a stand-in of the project is used; it answers from a file."""
import json

try:
    from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
except ImportError:
    QcloudApi = None


class Recorded:
    def __init__(self, path):
        with open(path) as stream:
            self.answers = json.load(stream)

    def call(self, action, params):
        return self.answers[action]


def offline(path):
    answer = Recorded(path).call("DescribeLoadBalancers", {})
    return answer["code"] != 4100 and answer["code"] == 0


def online(config):
    if QcloudApi is None:
        return None
    answer = json.loads(QcloudApi("lb", config).call("DescribeQuota", {}))  # expect: CLB203; CLB204
    return answer["code"] != 4100  # expect: CLB101 4100
