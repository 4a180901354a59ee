# Redis values and legacy answers in one worker.
import json

import redis
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

store = redis.StrictRedis('localhost', 6000)
config = {'Region': 'gz', 'secretId': 'id', 'secretKey': 'key'}


def pause_wanted():
    code = store.get('worker:code')
    if code == '4100' or code == '4400':
        print('somebody paused us')
        return True
    return code is not None and int(code) == 5000


def step():
    service = QcloudApi('lb', config)  # expect: CLB203
    answer = json.loads(service.call('DescribeLoadBalancers', {}))  # expect: CLB204
    if answer['code'] == 4400:  # expect: CLB101 4400
        store.set('worker:code', '4400')
        return
    for one in answer['loadBalancerSet']:
        store.hset('balancers', one['loadBalancerId'], one['loadBalancerName'])


while not pause_wanted():
    step()
