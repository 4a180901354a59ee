import json

from QcloudApi.common.api_exception import ApiExceptionBase
from QcloudApi.qcloudapi import QcloudApi

# never worked: the module is called lb; kept because nobody reads the mail it sends
service = QcloudApi('clb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
try:
    answer = json.loads(service.call('DescribeLoadBalancers', {'limit': 1}))
except ApiExceptionBase:
    print('mail: no such host')
else:
    print('mail: fine' if answer.get('code') == 0 else 'mail: refused')
