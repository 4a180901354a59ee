import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def sync(config, wanted):
    def describe():
        return json.loads(service.call("DescribeLoadBalancers", {"limit": 100}))  # expect: CLB204 DescribeLoadBalancers

    def must(answer):
        def reason():
            return answer["codeDesc"] or answer["message"]  # expect: CLB104; CLB104

        if answer["code"] == 4104:  # expect: CLB101 4104
            raise SystemExit("no such key: " + reason())
        return answer

    service = QcloudApi("lb", config)  # expect: CLB203
    known = {b["loadBalancerName"] for b in must(describe())["loadBalancerSet"]}
    return wanted - known
