# -*- coding: gbk -*-
import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

r = json.loads(QcloudApi('lb', {}).call('DescribeLoadBalancers', {}))  # expect: CLB203; CLB204
print '签名错误', r['message']  # expect: CLB104
if '签名' and r['code'] == 4100: print '签名'  # expect: CLB101 4100
