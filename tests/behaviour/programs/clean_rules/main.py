"""Delete forwarding rules nobody serves any more (rules without a server)."""
import json
import sys
from QcloudApi.qcloudapi import QcloudApi

client = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDclean', 'secretKey': 'clean-key'})

def call(action, **params):
    return json.loads(client.call(action, params))

def explain(resp):
    code = resp['code']
    if code // 100 == 41:
        return 'no rights'
    if code // 1000 == 6:
        return 'the cloud has trouble of its own'
    return resp['message']

balancer, listener = sys.argv[1:]

resp = call('DescribeForwardLBBackends', loadBalancerId=balancer, listenerIds=[listener])
if resp['code']:
    print('cannot list: ' + explain(resp))
    sys.exit(1)

idle = [rule['locationId']
        for entry in resp['data']
        for rule in entry['rules']
        if not rule['backends']]
print('%d idle rule(s): %s' % (len(idle), ', '.join(idle) or '-'))
if idle:
    resp = call('DeleteForwardLBListenerRules', loadBalancerId=balancer, listenerId=listener, locationIds=idle)
    if resp['code']:
        print('cannot delete: ' + explain(resp))
        sys.exit(2)
    print('deleted')
