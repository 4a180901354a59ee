import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

r = json.loads(QcloudApi('lb', {}).call('DescribeLoadBalancers', {}))  # expect: CLB203; CLB204
print '错误', r['message']  # expect: CLB104
