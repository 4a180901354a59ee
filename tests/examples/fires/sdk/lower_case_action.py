import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Inventory(object):
    def __init__(self, cfg):
        self.api = QcloudApi('lb', cfg)  # expect: CLB203

    def listeners(self, lb_id):
        # the SDK upper-cases the first letter itself
        raw = self.api.call('describeLoadBalancerListeners', {'loadBalancerId': lb_id})  # expect: CLB204
        ret = json.loads(raw)
        if ret['code'] != 0:  # expect: CLB102
            return []
        return ret['listenerSet']
