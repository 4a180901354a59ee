import json
import sys

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
result = json.loads(service.call('ModifyForwardLBName', {
    'loadBalancerId': 'lb-app1',
    'loadBalancerName': 'front',
}))
if result['code'] == 0:
    print('renamed')
sys.exit(result['code'])
