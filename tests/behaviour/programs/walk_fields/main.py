import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
response = json.loads(service.call('DescribeForwardLBListeners', {'loadBalancerId': 'lb-app1'}))

for key, value in sorted(response.items()):
    if isinstance(value, (list, dict)):
        print('%-16s %d entries' % (key, len(value)))
    else:
        print('%-16s %s' % (key, type(value).__name__))
