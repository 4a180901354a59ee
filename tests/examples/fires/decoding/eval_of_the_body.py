# old habit: the body looks like a Python literal, so it is evaluated
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

svc = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y', 'method': 'get'})  # expect: CLB203
resp = eval(svc.call('DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
if resp['code'] == 4104:  # expect: CLB101 4104
    print('wrong key')
