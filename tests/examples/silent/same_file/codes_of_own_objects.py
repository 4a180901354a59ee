"""Objects of the project have a `code` from a table of our own; they are compared with each other."""
import functools
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


@functools.total_ordering
class Step:
    code = 1

    def __eq__(self, other):
        return isinstance(other, Step) and self.code == other.code

    def __lt__(self, other):
        return self.code < other.code

    def __hash__(self):
        return hash(self.code)


class Check(Step):
    code = 4100


class Repair(Step):
    code = 5000


def run(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    steps = sorted([Repair(), Check()])
    if steps[0].code == 4100 or Check().code == Repair().code:
        steps.pop(0)
    if answer["code"] == 5000:  # expect: CLB101 5000
        return []
    return steps
