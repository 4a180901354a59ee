import json

from QcloudApi.qcloudapi import QcloudApi

worst = 0
for region in ('ap-guangzhou', 'ap-hongkong'):
    service = QcloudApi('lb', {'Region': region, 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
    data = json.loads(service.call('DescribeLoadBalancers', {}))
    if data['code'] > worst:
        worst = data['code']

if worst == 0:
    print('all regions fine')
else:
    print('at least one region fails')
