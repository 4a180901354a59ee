import json
import sys

from QcloudApi.qcloudapi import QcloudApi

params = json.load(sys.stdin)
service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
result = json.loads(service.call('ModifyLoadBalancerAttributes', params))
print('done' if result['code'] == 0 else 'failed')
