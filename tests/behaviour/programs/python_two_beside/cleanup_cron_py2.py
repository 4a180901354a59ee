#!/usr/bin/python2.7
import json
from QcloudApi.qcloudapi import QcloudApi

lb = QcloudApi('lb', {'Region': 'gz', 'secretId': 'AKIDexample', 'secretKey': 'examplekey'})
for name in ['old-1', 'old-2']:
    ret = json.loads(lb.call('DeleteLoadBalancers', {'loadBalancerIds.0': name}))
    if ret['code'] <> 0:
        print 'kept', name
