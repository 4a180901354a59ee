"""The ladder most programs end up with."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

lb = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
ret = json.loads(lb.call("ModifyLoadBalancerBackends", {"loadBalancerId": "lb-1"}))  # expect: CLB204 ModifyLoadBalancerBackends
rc = ret["code"]  # expect: CLB104

if rc == 0:  # expect: CLB102
    sys.exit(0)
elif rc == 4000:  # expect: CLB101 4000
    print("parameters:", ret["message"])  # expect: CLB104
elif rc == 4100:  # expect: CLB101 4100
    print("signature")
elif rc == 4104:  # expect: CLB101 4104
    print("no such key")
elif rc == 4400:  # expect: CLB101 4400
    print("quota")
elif rc == 5000:  # expect: CLB101 5000
    print("no such balancer")
elif rc == 6000:  # expect: CLB101 6000
    print("internal")
else:
    print("code", rc)
sys.exit(1)
