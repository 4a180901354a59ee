import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
reply = json.loads(service.call('DescribeLBHealthStatus', {'loadBalancerId': 'lb-classic1', 'listenerId': 'lbl-old1'}))
if reply['code'] == 0:
    for item in reply['data']:
        print(item['ip'], item['port'], item['healthStatus'])
else:
    print('unknown')
