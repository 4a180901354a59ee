import json

from QcloudApi.qcloudapi import QcloudApi

from stages import STAGES


def run(stage):
    service = QcloudApi("lb", STAGES[stage])
    res = json.loads(service.call("DescribeLoadBalancers", {"forward": 1, "searchKey": "web"}))
    code = res["code"]
    if not code:
        running = [lb for lb in res["loadBalancerSet"] if lb["status"] == 1]
        print("%s: %d of %d running" % (stage, len(running), res["totalCount"]))
        return 0
    print(stage, "failed:", "credentials" if code in [4100, 4104] else "cloud" if code >= 6000 and code < 7000 else "other")
    return 1
