"""Never stops; what is missing is shown as a dash."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
data = json.loads(service.call('DescribeLoadBalancers', {'limit': 2}))
print(data.get('totalCount', '-'))
for lb in data.get('loadBalancerSet', []):
    print(lb.get('loadBalancerName', '-'), lb.get('domain') or '-')
service.call('ModifyForwardLBName', {'loadBalancerId': 'lb-app1', 'loadBalancerName': 'seen'})
print('done')
