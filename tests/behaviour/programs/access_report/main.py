#!/usr/bin/env python
# -*- coding: utf-8 -*-
# Runs from cron every morning: which of our load balancers are up?
import json
import sys

from QcloudApi.qcloudapi import QcloudApi

config = {
    'Region': 'ap-guangzhou',
    'secretId': 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3gnPhESA',
    'secretKey': 'Gu5t9xGARNpq86cd98joQYCN3Cozk1qA',
    'method': 'GET',
}

service = QcloudApi('lb', config)
action = 'DescribeLoadBalancers'
params = {
    'forward': 1,   # application load balancers only
    'offset': 0,
    'limit': 50,
}

response = service.call(action, params)
result = json.loads(response)

if result['code'] == 4100:
    print('ERROR: the signature was refused, is the key right?')
    sys.exit(2)
elif result['code'] in (4104, 4105, 4106):
    print('ERROR: the credential itself was refused: %s' % result['message'])
    sys.exit(3)
elif result['code'] != 0:
    print('ERROR: %s (code %s)' % (result['message'], result['code']))
    sys.exit(1)

print('%d load balancers' % result['totalCount'])
up = down = 0
for lb in result['loadBalancerSet']:
    if lb['status'] == 1:
        up += 1
        mark = '+'
    else:
        down += 1
        mark = '-'
    print('%s %-14s %s' % (mark, lb['loadBalancerId'], lb['loadBalancerName']))
    for vip in lb['loadBalancerVips']:
        print('      vip ' + vip)
print('up: %d, down: %d' % (up, down))
