from __future__ import print_function

import json
import sys

from QcloudApi.qcloudapi import QcloudApi

config = dict(Region='gz', secretId='AKIDhealth', secretKey='health-key', method='POST')


def sick_targets(answer):
    """Yield (balancer, listener, ip, port) of everything that is not healthy."""
    for balancer in answer['data']:
        for listener in balancer['listener']:
            for rule in listener['rules']:
                for backend in rule['backends']:
                    if backend['healthStatus'] == 1:
                        continue
                    yield balancer['loadBalancerName'], listener['listenerName'], backend['ip'], backend['port']


def main(ids):
    service = QcloudApi('lb', config)
    params = {}
    params['loadBalancerIds'] = ids
    answer = json.loads(service.call('DescribeForwardLBHealthStatus', params))
    if not answer['code']:
        count = 0
        for name, listener, ip, port in sick_targets(answer):
            print('%s/%s: %s:%d is sick' % (name, listener, ip, port))
            count += 1
        print('checked %d, sick targets: %d' % (len(answer['data']), count))
        return min(count, 1)
    if answer['code'] == 4000 or answer['code'] == 5000:
        print('check the ids: ' + ' '.join(ids))
        return 2
    print('no health today (%s)' % answer['message'])
    return 3


sys.exit(main(sys.argv[1:]))
