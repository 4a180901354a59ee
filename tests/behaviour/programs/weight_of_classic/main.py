import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey', 'method': 'POST'})
reply = json.loads(service.call('ModifyLoadBalancerBackends', {
    'loadBalancerId': 'lb-classic1',
    'backends.0.instanceId': 'ins-a',
    'backends.0.weight': 0,
}))
if reply['code'] == 0:
    print('drained')
elif reply['code'] == 5000:
    print('no such backend')
else:
    print('not drained')
