import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
page = json.loads(service.call('DescribeLoadBalancerListeners', {'loadBalancerId': 'lb-classic1'}))
if page['code'] == 0:
    print('%s listeners' % page['totalCount'])
else:
    print('no answer')
