"""The Version was copied from the cvm samples; the balancer API never looked at it."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
ret = json.loads(service.call('RegisterInstancesWithLoadBalancer', {
    'Version': '2017-03-12',
    'loadBalancerId': 'lb-classic1',
    'backends.0.instanceId': 'ins-b',
    'backends.0.weight': 10,
}))
print('registered' if ret['code'] == 0 else 'failed')
