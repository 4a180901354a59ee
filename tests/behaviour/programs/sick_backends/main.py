import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
health = json.loads(service.call('DescribeForwardLBHealthStatus', {'loadBalancerIds': ['lb-app1', 'lb-app2']}))
if health['code'] == 0:
    up = down = 0
    for lb in health['data']:
        for listener in lb['listener']:
            for rule in listener.get('rules') or []:
                for backend in rule.get('backends') or []:
                    if backend['healthStatus'] == 1:
                        up += 1
                    elif backend['healthStatus'] == 0:
                        down += 1
                    print(backend['ip'], backend['healthStatus'])
    print('up %d down %d' % (up, down))
else:
    print('unknown')
