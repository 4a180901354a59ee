import json
import time

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})


def delete(balancer):
    answer = json.loads(service.call("DeleteLoadBalancers", {"loadBalancerIds.0": balancer}))
    if answer["code"] != 0:
        return False
    task = {"requestId": answer["requestId"]}
    for _ in range(20):
        result = json.loads(service.call("DescribeLoadBalancersTaskResult", task))
        if result["data"]["status"] == 0:
            return True
        time.sleep(3)
    return False


delete("lb-1")
