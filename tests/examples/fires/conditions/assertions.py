import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

ACTION_SUCCESS = 0  # expect: CLB103


def smoke(cfg):
    api = QcloudApi('lb', cfg)  # expect: CLB203
    r = json.loads(api.call('DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
    assert r['code'] == ACTION_SUCCESS  # expect: CLB102
    r = json.loads(api.call('DeleteLoadBalancers', {'loadBalancerIds.0': 'lb-none'}))  # expect: CLB204 DeleteLoadBalancers
    assert r['code'] == 5000, 'deleted what was never there'  # expect: CLB101 5000
    assert r['code'] not in (4100, 4104), r['message']  # expect: CLB101 4100 4104; CLB104
