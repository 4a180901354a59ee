import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

E_QUOTA = 4400  # expect: CLB103 4400
E_INTERNAL = 6000  # expect: CLB103 6000
TRANSIENT = (E_QUOTA, E_INTERNAL)  # expect: CLB103 4400 6000

api = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203
for _ in range(3):
    answer = json.loads(api.call('DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
    if answer['code'] not in TRANSIENT:  # expect: CLB101 4400 6000
        break
