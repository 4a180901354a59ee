# -*- coding: utf-8 -*-
"""Looks balancers up by name, with a temporary key."""
import json
import os
import sys

from QcloudApi.qcloudapi import QcloudApi
import result_codes as rc


def connect(token):
    config = {
        'Region': 'gz',
        'secretId': 'AKIDguest',
        'secretKey': 'guest-key',
    }
    if token:
        config['Token'] = token
    return QcloudApi('lb', config)


def find(service, name, internal=False):
    params = dict(loadBalancerName=name, forward='1')
    if internal:
        params['loadBalancerType'] = 3
    params['limit'] = 1
    return json.loads(service.call('DescribeLoadBalancers', params))


service = connect(os.environ.get('GUEST_TOKEN'))
missing = 0
for name in sys.argv[1:]:
    found = find(service, name, internal=name.startswith('in'))
    code = found['code']
    if code == rc.SUCCESS:
        if found['totalCount']:
            print(name, 'is', found['loadBalancerSet'][0]['loadBalancerId'])
        else:
            print(name, 'is nowhere')
            missing += 1
    elif code in rc.SESSION_OVER:
        print('the session is over')
        sys.exit(3)
    elif rc.is_denied(code):
        print('guests may not look for', name)
        missing += 1
    else:
        print(name, 'gives', code, found['message'])
        missing += 1
sys.exit(1 if missing else 0)
