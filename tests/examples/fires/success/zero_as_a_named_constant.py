import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Listing(object):
    ACTION_SUCCESS = 0  # expect: CLB103
    DEFAULT_OFFSET = 0

    def __init__(self, config):
        self.service = QcloudApi('lb', config)  # expect: CLB203

    def listing(self):
        params = {'offset': self.DEFAULT_OFFSET, 'limit': 20}
        rsp = json.loads(self.service.call('DescribeLoadBalancers', params))  # expect: CLB204 DescribeLoadBalancers
        if rsp['code'] != self.ACTION_SUCCESS:  # expect: CLB102
            return []
        return rsp['loadBalancerSet']
