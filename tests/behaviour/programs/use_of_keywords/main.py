import json

from QcloudApi.qcloudapi import QcloudApi

module = 'lb'
action = 'describeLoadBalancers'
action_params = {'limit': '10', 'forward': '0', 'offset': '0'}
config = dict(Region='gz', secretId='AKIDexample', secretKey='examplekey', method='post')

service = QcloudApi(module=module, config=config)
response = json.loads(service.call(action=action, params=action_params, req_timeout=30))
if response.get('codeDesc') != 'Success':
    print('error: %s' % response.get('message'))
else:
    for lb in response.get('loadBalancerSet'):
        print('%(name)s %(vips)s' % {'name': lb['loadBalancerName'], 'vips': '/'.join(lb['loadBalancerVips'])})
