import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'sh', 'secretId': 'id', 'secretKey': 'key'})
answer = json.loads(service.call('DescribeLoadBalancers', {'forward': 1}))
if answer['codeDesc'] == 'Success':
    print('%d balancers' % answer['totalCount'])
else:
    print('failed: %s' % answer['message'])
