# coding: utf-8
import json
import os
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

os.umask(0022)
ENDPOINT = ur'cvm.api.qcloud.com\v2'  # expect: CLB201 cvm.api.qcloud.com
DENIED = 4100L  # expect: CLB103 4100
WHERE = 'C:\Users\lb'
api = QcloudApi('lb', {b'Region': 'gz'})  # expect: CLB203
answer = json.loads(api.call(u'DescribeLoadBalancers', {}))  # expect: CLB204 DescribeLoadBalancers
if answer[b'code'] == DENIED:  # expect: CLB101 4100
    print u'\u65e0权限'
if answer['code'] / 100 == 41:  # expect: CLB101
    print 'authentication'
