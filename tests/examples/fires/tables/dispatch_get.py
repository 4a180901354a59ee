import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def renew():
    print("new token")


def wait():
    print("wait")


HANDLERS = {  # expect: CLB103 4105 4400
    4105: renew,
    4400: wait,
}


def run(config):
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    code = answer["code"]  # expect: CLB104
    handler = HANDLERS.get(code)
    if handler is not None:
        handler()
