import json
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

class Balancers:
    def __init__(self):
	self.api = QcloudApi('lb', {})  # expect: CLB203

    def all(self):
	ret = json.loads(self.api.call('DescribeLoadBalancers', {}))  # expect: CLB204
        code = ret['code']  # expect: CLB104
	if code == 4300:  # expect: CLB101 4300
	    print 'busy'
        else:
	    return ret

Balancers().all()
