"""Collects answers as attributes of a module, for the report to pick up."""
import json

import state
import report
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})

QUERIES = (
    ("balancers", "DescribeLoadBalancers", {"limit": 50}),
    ("listeners", "DescribeForwardLBListeners", {"loadBalancerId": "lb-app1"}),
)

for name, action, params in QUERIES:
    setattr(state, name, json.loads(service.call(action, params)))

report.show()
