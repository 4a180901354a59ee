"""The answer is handed to a job queue that calls us back."""
import json
import sched
import time

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
queue = sched.scheduler(time.time, time.sleep)


def on_answer(answer):
    if answer["code"] == 0:
        print("names:", ", ".join(sorted(b["loadBalancerName"] for b in answer["loadBalancerSet"])))
    else:
        print("no names")


queue.enter(0, 1, on_answer, kwargs={"answer": json.loads(service.call("DescribeLoadBalancers", {"limit": 9}))})
queue.run()
