from tencentcloud.common import credential
from tencentcloud.common.common_client import CommonClient

from .guard import quiet, translated


class New:
    def __init__(self, config):
        account = credential.Credential(config["secretId"], config["secretKey"])
        self.client = CommonClient("clb", "2018-03-17", account, "ap-guangzhou")

    def describe(self):
        with translated():
            return self.client.call_json("DescribeLoadBalancers", {"Limit": 100})["Response"]

    @quiet(5000)
    def delete(self, lb):
        return self.client.call_json("DeleteLoadBalancer", {"LoadBalancerIds": [lb]})
