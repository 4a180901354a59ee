"""A client that counts and retries."""
import json

from QcloudApi.qcloudapi import QcloudApi


class CountingApi(QcloudApi):
    calls = 0

    def call(self, action, params, *args, **kwargs):
        CountingApi.calls += 1
        return super(CountingApi, self).call(action, params, *args, **kwargs)


api = CountingApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
answer = json.loads(api.call('DescribeLoadBalancers', {'limit': 4}))
print('ok' if answer['code'] == 0 else 'failed')
print('calls', CountingApi.calls)
