import json

from QcloudApi import qcloudapi as api  # expect: CLB202

lb = api.QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203
r = json.loads(lb.call('DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
print(r['code'] == 4000)  # expect: CLB101 4000
