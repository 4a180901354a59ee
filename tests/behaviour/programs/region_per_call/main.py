import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'ap-guangzhou', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})

home = json.loads(service.call('DescribeLoadBalancers', {'limit': 1}))
away = json.loads(service.call('DescribeLoadBalancers', {'limit': 1, 'Region': 'sh'}))

print('home', home['totalCount'] if home['code'] == 0 else 'failed')
print('away', away['totalCount'] if away['code'] == 0 else 'failed')
