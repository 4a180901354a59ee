import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

SUCCESS = 0  # expect: CLB103
AUTH_FAILURE = 4100  # expect: CLB103 4100
NO_SUCH_KEY = "4104"  # expect: CLB103 4104
TIMEOUT = 4100  # seconds, a long one


def check(config):
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {"timeout": TIMEOUT}))  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == SUCCESS:  # expect: CLB102
        return True
    if answer["code"] == AUTH_FAILURE:  # expect: CLB101 4100
        raise PermissionError("signature")
    if str(answer["code"]) == NO_SUCH_KEY:  # expect: CLB101 4104
        raise PermissionError("key")
    return False
