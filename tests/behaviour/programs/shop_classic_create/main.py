import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey', 'method': 'POST'})
answer = json.loads(service.call('CreateLoadBalancer', {
    'loadBalancerType': 2,
    'loadBalancerName': 'shop',
    'domainPrefix': 'shop',
    'number': 1,
}))
if answer['code'] == 0:
    print('ordered')
elif answer['code'] == 5300:
    print('no money')
else:
    print('not ordered')
