#!/usr/bin/python2.7
# -*- coding: utf-8 -*-
import json
from QcloudApi.qcloudapi import QcloudApi

config = {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'}

try:
    service = QcloudApi('lb', config)
    ret = json.loads(service.call('DescribeLoadBalancers', {'limit': 20}))
    if ret['code'] == 0:
        print 'count', ret['totalCount']
    else:
        print 'error', ret['code']
except Exception, e:
    print 'exception:', e
