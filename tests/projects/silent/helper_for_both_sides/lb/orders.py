import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from shared import Checked, code_of, explain, is_ok

NAMES = {4104: "unknown key", 5300: "no money"}  # expect: CLB103 4104 5300


def order(config, name):
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("CreateLoadBalancer", {"loadBalancerName": name}))  # expect: CLB204 CreateLoadBalancer  # here: orders-call
    if is_ok(answer):
        return answer["unLoadBalancerIds"]
    if Checked(answer).quota_exceeded():
        raise OverflowError(name)
    code = code_of(answer)
    if code == 5300:  # expect: CLB101 5300 via orders-call
        raise RuntimeError("out of money")
    raise RuntimeError(explain(code, NAMES))
