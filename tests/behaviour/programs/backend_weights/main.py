# set the weight of some servers behind a tcp listener
# usage: main.py <lb> <listener> <weight> <instance>...
import json, sys, time
from QcloudApi.qcloudapi import QcloudApi
from QcloudApi.common.api_exception import ApiClientNetworkException, ApiServerNetworkException

PORT = 8080

module = 'lb'
config = {'Region': 'gz', 'secretId': 'AKIDweights', 'secretKey': 'weights', 'method': 'post'}
service = QcloudApi(module, config)


def request(action, params):
    return json.loads(service.call(action, params))


lb, listener, weight = sys.argv[1], sys.argv[2], int(sys.argv[3])
instances = sys.argv[4:]

params = {'loadBalancerId': lb, 'listenerId': listener}
for i, x in enumerate(instances):
    params['backends.%d.instanceId' % i] = x
    params['backends.%d.port' % i] = PORT
    params['backends.%d.weight' % i] = weight

try:
    ret = request('ModifyForwardFourthBackendsWeight', params)
except (ApiClientNetworkException, ApiServerNetworkException):
    print('network trouble, weights are as they were')
    sys.exit(75)

code = ret['code']
if 4100 <= code < 4200:
    print('not allowed, ask the cloud team')
    sys.exit(77)
elif 5000 <= code <= 5999:
    print('the change was refused: ' + ret['message'])
    sys.exit(70)
elif code != 0:
    print('unexpected: %s' % ret['message'])
    sys.exit(1)

task = ret['requestId']
state = 2
rounds = 0
while state == 2 and rounds < 20:
    rounds += 1
    again = request('DescribeLoadBalancersTaskResult', {'requestId': task})
    if again['code'] != 0:
        break
    state = again['data']['status']
    if state == 2:
        time.sleep(1)
print({0: 'weights changed', 1: 'weights NOT changed', 2: 'no news'}[state])
