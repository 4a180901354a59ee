import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

settings = {}
exec open('settings.py').read() in settings
exec "x = 1"
exec("y = 2")

r = json.loads(QcloudApi('lb', settings).call('DescribeLoadBalancers', {}))  # expect: CLB203; CLB204
if 'code' in r and r['code'] == 4104:  # expect: CLB104; CLB101 4104
    exec 'z = 3' in {}, {}
