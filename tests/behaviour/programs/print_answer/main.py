import json
from QcloudApi.qcloudapi import QcloudApi

config = {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey', 'method': 'get'}
action = 'DescribeForwardLBListeners'
params = {'loadBalancerId': 'lb-app1'}

service = QcloudApi('lb', config)
answer = json.loads(service.call(action, params))
print(json.dumps(answer, indent=4, sort_keys=True))
if answer['code'] != 0:
    print('failed')
