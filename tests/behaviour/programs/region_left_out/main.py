import json

from QcloudApi.qcloudapi import QcloudApi

# the account has one region only, the old gateway found it by itself
CONFIG = {
    'secretId': 'AKIDexample',
    'secretKey': 'examplekey',
}

service = QcloudApi('lb', CONFIG)
answer = json.loads(service.call('DescribeLoadBalancers', {'limit': 20}))
print('ok' if answer['code'] == 0 else 'failed')
