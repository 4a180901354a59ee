import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
reply = json.loads(service.call('DescribeLoadBalancers', {'limit': 1}))
if reply['code'] == 4101:
    print('the sub-account may not list balancers')
else:
    print('listed' if reply['code'] == 0 else 'other trouble')
