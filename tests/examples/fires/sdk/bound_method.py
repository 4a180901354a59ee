import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

api = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203
call = api.call
loads = json.loads

rsp = loads(call('AutoRewrite', {'loadBalancerId': 'lb-9', 'listenerId': 'lbl-1'}))  # expect: CLB204 AutoRewrite
if rsp['code'] == 5100 or rsp['code'] == 5200:  # expect: CLB101 5100; CLB101 5200
    print('rewrite refused')
