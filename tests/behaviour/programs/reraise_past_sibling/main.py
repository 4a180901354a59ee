import json

from QcloudApi.common.api_exception import ApiClientNetworkException
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})

try:
    answer = json.loads(service.call('DescribeLoadBalancers', {'limit': 3}))
except ApiClientNetworkException:
    print('network down, keeping the old list')
except Exception as error:
    print('unexpected: %s' % error.__class__.__module__.split('.')[0])
else:
    print('list of %d' % len(answer.get('loadBalancerSet', [])) if answer['code'] == 0 else 'refused')
