import json
from functools import cached_property

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Answer:
    def __init__(self, raw):
        self._raw = raw

    @cached_property
    def document(self):
        return json.loads(self._raw)

    @property
    def code(self):
        return self.document["code"]  # expect: CLB104

    @property
    def denied(self):
        return self.code in (4101, 4102, 4103)  # expect: CLB101 4101 4102 4103


lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = Answer(lb.call("DescribeLoadBalancers", {"limit": 1}))  # expect: CLB204 DescribeLoadBalancers
if answer.denied or answer.code == 4110:  # expect: CLB101 4110
    raise SystemExit("ask the administrator")
