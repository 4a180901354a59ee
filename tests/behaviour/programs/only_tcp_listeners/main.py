import json

from QcloudApi.qcloudapi import QcloudApi

TCP = 2
service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey', 'method': 'POST'})
found = json.loads(service.call('DescribeForwardLBListeners', {
    'loadBalancerId': 'lb-app1',
    'protocol': TCP,
}))
if found['code'] == 0:
    print([listener['listenerId'] for listener in found['listenerSet']])
elif found['code'] == 5000:
    print('no such balancer')
