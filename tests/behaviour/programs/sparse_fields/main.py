"""Fields that may be missing or null."""
import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
answer = json.loads(service.call('DescribeForwardLBListeners', {'loadBalancerId': 'lb-app1'}))
for listener in answer.get('listenerSet', []):
    rules = listener.get('rules') or []
    print(listener['listenerId'], len(rules), len(listener.get('rules', [])))
    for rule in listener.get('rules', []):
        print('  %s%s' % (rule.get('domain', '*'), rule.get('url') or '/'))
if answer.get('code', -1) != 0:
    print('incomplete')
