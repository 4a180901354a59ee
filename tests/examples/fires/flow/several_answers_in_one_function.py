"""A balancer is made, awaited and named; each answer is judged in its own way."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def provision(cfg, name):
    svc = QcloudApi('lb', cfg)  # expect: CLB203
    ret = json.loads(svc.call('CreateLoadBalancer', {'loadBalancerType': 2}))  # expect: CLB204 CreateLoadBalancer
    if ret['code'] == 5200:  # expect: CLB101 5200
        return 'sold out'
    ret = json.loads(svc.call('DescribeLoadBalancers', {'loadBalancerName': name}))  # expect: CLB204 DescribeLoadBalancers
    if ret['code'] == 4101:  # expect: CLB101 4101
        return 'no right to look'
    # from here on `ret` is a row of our own
    ret = {'code': 4100, 'name': name}
    if ret['code'] == 4100:
        return 'house number'
    return 'made'
