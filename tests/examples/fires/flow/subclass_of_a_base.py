import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Base(object):
    module = None

    def __init__(self, config):
        self.service = QcloudApi(self.module, config)  # expect: CLB203

    def request(self, action, **kwargs):
        return json.loads(self.service.call(action, kwargs))  # expect: CLB204


class Balancer(Base):
    module = "lb"

    def rename(self, lb_id, name):
        rsp = self.request("ModifyLoadBalancerAttributes", loadBalancerId=lb_id, loadBalancerName=name)  # expect: CLB204 ModifyLoadBalancerAttributes
        return rsp["code"] == 0  # expect: CLB102


class Address(Base):
    module = "eip"

    def free(self, eip):
        rsp = self.request("DeleteEip", eipId=eip)  # expect: CLB204 DeleteEip
        if rsp["code"] == 4103:  # expect: CLB101 4103
            raise PermissionError(eip)
