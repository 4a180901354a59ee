import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'ap-shanghai', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
ret = json.loads(service.call('DescribeLoadBalancers', {'forward': '1', 'limit': '20'}))
if ret['code'] == 0:
    public = [lb for lb in ret['loadBalancerSet'] if lb['loadBalancerType'] == 2]
    private = [lb for lb in ret['loadBalancerSet'] if lb['loadBalancerType'] in (3,)]
    print('public %d private %d' % (len(public), len(private)))
    for lb in ret['loadBalancerSet']:
        print('%s type=%s' % (lb['loadBalancerName'], lb['loadBalancerType']))
