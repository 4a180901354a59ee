import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
r = json.loads(service.call('DescribeLoadBalancers', {'limit': 2}))
line = 'LB%05d count=%d' % (r['code'], len(r.get('loadBalancerSet', ())))
print(line)
