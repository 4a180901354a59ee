import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def make_checker(config):
    api = QcloudApi("lb", config)  # expect: CLB203
    retries = 0

    def ask(action, params):
        return json.loads(api.call(action, params))  # expect: CLB204

    def check(lb_id):
        nonlocal retries
        answer = ask("DescribeLBHealthStatus", {"loadBalancerId": lb_id})  # expect: CLB204 DescribeLBHealthStatus
        if answer["code"] == 4400 and retries < 3:  # expect: CLB101 4400
            retries += 1
            return check(lb_id)
        return answer["code"] == 0  # expect: CLB102

    return check
