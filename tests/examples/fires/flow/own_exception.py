import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class CloudError(Exception):
    def __init__(self, code, message):
        super().__init__("%s (%s)" % (message, code))
        self.code = code
        self.message = message


def invoke(api, action, params):
    answer = json.loads(api.call(action, params))  # expect: CLB204
    if answer["code"] != 0:  # expect: CLB102
        raise CloudError(answer["code"], answer["message"])  # expect: CLB104; CLB104
    return answer


def remove(config, lb):
    api = QcloudApi("lb", config)  # expect: CLB203
    try:
        invoke(api, "DeleteLoadBalancers", {"loadBalancerIds.0": lb})  # expect: CLB204 DeleteLoadBalancers
    except CloudError as error:
        if error.code != 5000:  # expect: CLB101 5000
            raise
