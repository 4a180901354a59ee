import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

r = json.loads(QcloudApi("lb", {}).call("DescribeLoadBalancers", {}))  # expect: CLB203; CLB204
try:
    if r["code"] == 4100: print "no"  # expect: CLB101 4100
except KeyError,e: print e
