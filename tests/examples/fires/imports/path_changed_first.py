#!/usr/bin/python
# -*- coding: utf-8 -*-
import os
import sys
sys.path.append(os.path.join(os.path.dirname(__file__), 'qcloudapi-sdk-python'))
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

if __name__ == '__main__':
    import json
    service = QcloudApi('lb', {'Region': 'gz', 'secretId': '', 'secretKey': '', 'method': 'get'})  # expect: CLB203
    print(service.generateUrl('DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
    ret = json.loads(service.call('DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
    if ret['code'] == 4100: print('signature')  # expect: CLB101 4100
