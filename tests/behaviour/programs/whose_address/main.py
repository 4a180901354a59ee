"""Says nothing about forward; the old default is documented for nobody."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
found = json.loads(service.call('DescribeLoadBalancers', {'loadBalancerVips.0': '119.0.0.3'}))
if found['code'] == 0 and found['loadBalancerSet']:
    print(found['loadBalancerSet'][0]['loadBalancerName'])
else:
    print('nobody has this address')
