import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
res = json.loads(service.call('DeleteLoadBalancers', {'loadBalancerIds.0': 'lb-app2'}))
if not (res['code'] == 4100 or res['code'] == 4105):
    print('the credentials were accepted')
if res['code'] != 0 and res['code'] != 5000:
    print('still there')
else:
    print('gone')
if res['code'] not in (0, 4400, 4500) and not res['code'] == 6000:
    print('do not retry')
