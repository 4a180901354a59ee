from concurrent.futures import ThreadPoolExecutor
import json

from QcloudApi.qcloudapi import QcloudApi

IDS = ["lb-app1", "lb-app2", "lb-nowhere"]
service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def state(balancer):
    answer = json.loads(service.call("DescribeLoadBalancers", {"loadBalancerIds.0": balancer, "forward": -1}))
    if answer["code"] == 5000:
        return "gone"
    if answer["code"] != 0 or not answer["loadBalancerSet"]:
        return "unknown"
    return {0: "creating", 1: "running"}.get(answer["loadBalancerSet"][0]["status"], "odd")


with ThreadPoolExecutor(max_workers=1) as pool:
    for balancer in IDS:
        print(balancer, pool.submit(state, balancer).result())
