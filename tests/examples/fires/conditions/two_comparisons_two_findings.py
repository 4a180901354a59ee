import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203
a = json.loads(api.call('DescribeLoadBalancers', {}))['code']  # expect: CLB204 DescribeLoadBalancers; CLB104
if a == 4100 or a == 4101:  # expect: CLB101 4100; CLB101 4101
    print('who are you?')
if (
    a == 4102  # expect: CLB101 4102
    or a == 4103  # expect: CLB101 4103
    or a == 4110  # expect: CLB101 4110
):
    print('ask for the right')
if a >= 4300 and a < 4400:  # expect: CLB101 4300
    print('blocked')
