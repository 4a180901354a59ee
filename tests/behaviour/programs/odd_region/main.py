import json

from QcloudApi.qcloudapi import QcloudApi

# the open zone of Guangzhou, as the console called it in 2016
service = QcloudApi('lb', {'Region': 'gzopen', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
answer = json.loads(service.call('DescribeLoadBalancers', {'limit': 20, 'forward': 1}))
if answer['code'] == 4000:
    print('the zone is closed')
elif answer['code'] == 0:
    print('still open')
else:
    print('trouble')
