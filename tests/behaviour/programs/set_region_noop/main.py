import json

from QcloudApi.qcloudapi import QcloudApi

config = {'Region': 'ap-guangzhou', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'}
service = QcloudApi('lb', config)
# somebody meant well; the SDK ignores it and the calls go to Guangzhou as ever
service.setRegion('ap-shanghai')
service.setRequestMethod('post')
out = json.loads(service.call('DescribeLoadBalancers', {'limit': 30}))
if out['codeDesc'] == 'Success':
    print('%d of %d' % (len(out['loadBalancerSet']), out['totalCount']))
else:
    print('failed')
