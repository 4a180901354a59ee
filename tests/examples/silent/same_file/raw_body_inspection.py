# The body is looked at as text before it is parsed.
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

config = {'Region': 'sh', 'secretId': 'id', 'secretKey': 'key'}


def fetch(action):
    service = QcloudApi('lb', config)  # expect: CLB203
    body = service.call(action, {})  # expect: CLB204
    if body.startswith('<html') or '\0' in body:
        raise ValueError('a proxy answered')
    if len(body) == 4100 or body.count('{') > 6000:
        print('a long answer')
    with open('last.json', 'w') as stream:
        stream.write(body)
    return json.loads(body)


def names():
    answer = fetch('DescribeLoadBalancers')  # expect: CLB204
    if answer['code'] == 4103:  # expect: CLB101 4103
        return []
    print('asked %s, %s balancers' % (answer['requestId'], answer['totalCount']))
    return [item['loadBalancerName'] for item in answer['loadBalancerSet']]
