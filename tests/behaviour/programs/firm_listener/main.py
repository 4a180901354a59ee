"""Remove a listener of a classic load balancer, and be sure that it is gone."""
import json
import sys
import time

from QcloudApi.qcloudapi import QcloudApi


def listeners(service, balancer):
    answer = json.loads(service.call("DescribeLoadBalancerListeners", {"loadBalancerId": balancer, "protocol": "2"}))
    if answer["code"] != 0:
        raise LookupError(answer["message"])
    return {item["unListenerId"]: item for item in answer["listenerSet"]}


def remove(service, balancer, listener):
    answer = json.loads(service.call("DeleteLoadBalancerListeners", {"loadBalancerId": balancer, "listenerIds": [listener]}))
    if answer["code"] == 0:
        return answer["requestId"]
    if answer["code"] == 5000:
        raise LookupError("no listener")
    raise RuntimeError(answer["message"])


def state(service, task):
    answer = json.loads(service.call("DescribeLoadBalancersTaskResult", {"requestId": task}))
    return answer["data"]["status"] if answer["code"] == 0 else -1


def main():
    balancer, listener = sys.argv[1:]
    service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDfirm", "secretKey": "firm-key", "Token": "session"})
    before = listeners(service, balancer)
    print("tcp listeners before:", sorted(before))
    if listener in before:
        print("port", before[listener]["loadBalancerPort"], "goes away")
    task = remove(service, balancer, listener)
    polls = 1
    while (now := state(service, task)) == 2:
        polls += 1
        time.sleep(polls)
    if now:
        print("the task did not go well")
        return 1
    print("tcp listeners after:", sorted(listeners(service, balancer)))
    return 0


if __name__ == "__main__":
    try:
        status = main()
    except LookupError as error:
        print("not found:", error)
        status = 2
    except RuntimeError as error:
        print("refused:", error)
        status = 3
    sys.exit(status)
