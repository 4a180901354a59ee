import json

import requests


class LbHttp:
    host = "lb.api.qcloud.com"  # expect: CLB201 lb.api.qcloud.com

    def __init__(self, signer):
        self.session = requests.Session()
        self.signer = signer

    def send(self, action, **fields):
        fields["Action"] = action
        url = "https://%s/v2/index.php" % self.host
        reply = self.session.get(url, params=self.signer(fields))  # expect: CLB204
        return json.loads(reply.text)

    def rename(self, lb, name):
        data = self.send("ModifyLoadBalancerAttributes", loadBalancerId=lb, loadBalancerName=name)  # expect: CLB204 ModifyLoadBalancerAttributes
        if data["code"] == 5000:  # expect: CLB101 5000
            raise KeyError(lb)
        return data["requestId"]
