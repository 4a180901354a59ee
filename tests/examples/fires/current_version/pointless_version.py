# copied from a sample for cvm; lb answers in the old form all the same
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {'Region': 'ap-guangzhou', 'secretId': 'x', 'secretKey': 'y', 'Version': '2017-03-12'}
lb = QcloudApi('lb', config)  # expect: CLB203
result = json.loads(lb.call('DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
if result['code'] == 4100:  # expect: CLB101 4100
    print('signature')
