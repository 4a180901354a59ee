import json
import sys

from QcloudApi.qcloudapi import QcloudApi

arguments = sys.argv[1:]
params = {}
params['loadBalancerId'] = arguments[0]
if len(arguments) > 1:
    params['listenerIds.0'] = arguments[1]
if len(arguments) > 2:
    params['loadBalancerPort'] = int(arguments[2])

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
answer = json.loads(service.call('DescribeForwardLBListeners', params))
if answer['code'] == 0:
    for listener in answer['listenerSet']:
        print('%s %d' % (listener['listenerId'], listener['loadBalancerPort']))
elif answer['code'] == 5000:
    print('nothing there')
