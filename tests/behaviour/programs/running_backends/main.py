import json

from QcloudApi.qcloudapi import QcloudApi

RUNNING = 2
service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
answer = json.loads(service.call('DescribeForwardLBBackends', {'loadBalancerId': 'lb-app2'}))
if answer['code'] == 0:
    for listener in answer['data']:
        alive = [backend for backend in listener['backends'] if backend['instanceStatus'] == RUNNING]
        print(listener['listenerId'], len(alive), 'of', len(listener['backends']))
