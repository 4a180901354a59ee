"""Membership and length of the whole answer: `len(answer) == 3` means there was no data."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
answer = json.loads(service.call('DescribeLoadBalancers', {'limit': 1}))
if len(answer) == 3:
    print('envelope only')
else:
    print('%s fields of data' % ('some' if len(answer) > 3 else 'no'))
