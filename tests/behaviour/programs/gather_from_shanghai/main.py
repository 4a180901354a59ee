import json
import sys

from QcloudApi.qcloudapi import QcloudApi

# default region is Guangzhou, single calls go elsewhere
service = QcloudApi('lb', {
    'Region': 'ap-guangzhou',
    'secretId': 'AKIDgather',
    'secretKey': 'gather-key',
    'SignatureMethod': 'HmacSHA1',
    'method': 'get',
})

wanted = sys.argv[1]
here = json.loads(service.call('DescribeLoadBalancers', {'forward': 1, 'loadBalancerName': wanted}))
there = json.loads(service.call('DescribeLoadBalancers', {'forward': 1, 'loadBalancerName': wanted, 'Region': 'sh'}, 20))

for place, answer in (('guangzhou', here), ('shanghai', there)):
    if answer['code'] != 0 and answer['codeDesc'] != 'Success':
        print(place, 'failed:', answer['message'])
    else:
        names = [lb['loadBalancerName'] for lb in answer['loadBalancerSet']]
        print(place, 'has', names)
