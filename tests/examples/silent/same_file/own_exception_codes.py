"""The project's exceptions have class-level codes of their own."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class JobError(Exception):
    code = 6000

    def __init__(self, message):
        super().__init__(message)
        self.message = message


class JobMissing(JobError):
    code = 5000


def start(name, jobs, config):
    if name not in jobs:
        raise JobMissing(name)
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if not answer["code"]:  # expect: CLB102
        return answer["loadBalancerSet"]
    raise JobError(name)


def safely(name, jobs, config):
    try:
        return start(name, jobs, config)
    except JobError as error:
        if error.code == 5000 or error.code == JobMissing.code:
            print("no such job", error.message)
        return None
