import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def explain(answer):
    text = str(answer["code"])  # expect: CLB104
    if text[:2] == "41":  # expect: CLB101
        return "identity"
    if text.startswith("5"):  # expect: CLB101
        return "resource"
    if text[0] == "6":  # expect: CLB101
        return "server"
    if str(answer["code"]).startswith(("43", "44")):  # expect: CLB101
        return "refused"
    return "code " + text


service = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
print(explain(json.loads(service.call("DescribeLoadBalancers", {}))))  # expect: CLB204 DescribeLoadBalancers
