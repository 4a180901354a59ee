#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Print the names of all load balancers of one region."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

module = 'lb'
action = 'DescribeLoadBalancers'
config = {
    'Region': 'ap-guangzhou',
    'secretId': 'id',
    'secretKey': 'key',
    'method': 'GET',
}
params = {'forward': -1, 'limit': 20}

service = QcloudApi(module, config)  # expect: CLB203
result = json.loads(service.call(action, params))  # expect: CLB204 DescribeLoadBalancers
if result['code'] != 0:  # expect: CLB102
    print(result['code'], result['message'])  # expect: CLB104; CLB104
    sys.exit(1)
for balancer in result['loadBalancerSet']:
    print(balancer['loadBalancerName'])
