# Delete the listeners on the given ports of a load balancer
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

lb = sys.argv[1]
ports = [int(arg) for arg in sys.argv[2:]]
qcloud = QcloudApi('lb', {'Region':'gz','secretId':'AKIDdrop','secretKey':'drop-key'})
failures = 0
for port in ports:
    found = json.loads(qcloud.call('DescribeForwardLBListeners', {'loadBalancerId': lb, 'loadBalancerPort': port}))
    if found['code'] != 0:
        print(port, 'lookup failed')
        failures += 1
        continue
    if not len(found['listenerSet']):
        print(port, 'nobody listens')
        continue
    for item in found['listenerSet']:
        gone = json.loads(qcloud.call('DeleteForwardLBListener', {'loadBalancerId': lb, 'listenerId': item['listenerId']}))
        if gone['code'] in (0, 5000):       # somebody else was faster: fine too
            print(port, 'deleted', item['listenerId'])
        else:
            failures += 1
            print(port, 'NOT deleted:', gone['message'])
if failures: sys.exit(1)
