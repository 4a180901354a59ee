from tools import callbacks
from tools.actions import delete, describe, task

tally = callbacks.Tally()


def names(answer):
    return [one["loadBalancerName"] for one in answer["loadBalancerSet"]]


print(describe({"limit": 100}, on_done=names, on_error=tally.add))  # expect: CLB204 DescribeLoadBalancers
describe({"limit": 1}, on_error=callbacks.ignore_missing)  # expect: CLB204 DescribeLoadBalancers
gone = delete({"loadBalancerIds.0": "lb-1"})  # expect: CLB204 DeleteLoadBalancers via sdk request  # here: delete
if gone["code"] == 4102:  # expect: CLB101 4102 via sdk request delete
    print("no right")
state = task({"requestId": 77})  # expect: CLB204 DescribeLoadBalancersTaskResult via sdk request  # here: task
if state["code"] == 6000 or tally.throttled == 4400:  # expect: CLB101 6000 via sdk request task
    print("trouble")
