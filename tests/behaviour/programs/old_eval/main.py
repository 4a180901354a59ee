from QcloudApi.qcloudapi import QcloudApi

config = {
    'Region': 'sh',
    'secretId': 'AKIDexample',
    'secretKey': 'examplekey',
    'method': 'get',
}

false, true, null = False, True, None

service = QcloudApi('lb', config)
ret = service.call('DescribeLoadBalancers', {'limit': 10, 'forward': 1})
ret = eval(ret)
if ret['code'] == 0:
    for lb in ret['loadBalancerSet']:
        print(lb['loadBalancerName'])
else:
    print('describe failed, code %s' % ret['code'])
