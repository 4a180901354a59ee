import json

from QcloudApi.qcloudapi import QcloudApi

TEXT = {
    0: "created",
    4000: "something is wrong with the form",
    4300: "the account is blocked",
    4400: "no more rules allowed",
    5000: "this listener does not exist",
    5100: "try again later",
}

service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey', 'method': 'POST'})
answer = json.loads(service.call('CreateForwardLBListenerRules', {
    'loadBalancerId': 'lb-app1',
    'listenerId': 'lbl-http1',
    'rules.0.domain': 'shop.example.com',
    'rules.0.url': '/cart',
    'rules.0.sessionExpire': 0,
    'rules.0.healthSwitch': 1,
    'rules.0.httpCheckPath': '/ping',
    'rules.0.httpHash': 'wrr',
}))
print(TEXT.get(answer['code'], "unknown trouble, call us"))
