"""The only part that talks to the cloud. What it finds becomes an event with a number of ours."""
import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from events import handlers  # noqa: F401
from events.bus import Event, publish
from events.numbers import Number

api = QcloudApi("lb", {  # expect: CLB203
    "Region": "gz",
    "secretId": os.environ["ID"],
    "secretKey": os.environ["KEY"],
})
publish(Event(Number.STARTED))
answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers  # here: event-call
if answer["code"] == 4100:  # expect: CLB101 4100 via event-call
    publish(Event(Number.FAILED, "our keys are wrong"))
elif "totalCount" not in answer:
    publish(Event(6100, "no count"))
publish(Event(Number.STOPPED))
