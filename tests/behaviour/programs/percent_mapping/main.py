import json

from QcloudApi.qcloudapi import QcloudApi

LINE = "%(loadBalancerName)-10s %(domain)s"

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
ret = json.loads(service.call('DescribeLoadBalancers', {'limit': 10}))
if ret['code'] == 0:
    for lb in ret['loadBalancerSet']:
        print(LINE % lb)
