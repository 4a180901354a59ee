"""Our own class happens to be called QcloudApi; it talks to the intranet."""
import requests


class QcloudApi:
    def __init__(self, module, config):
        self.module = module
        self.base = "https://cloud.intranet.example/%s" % module
        self.token = config["token"]

    def call(self, action, params=None):
        headers = {"Authorization": self.token}
        answer = requests.post(self.base + "/" + action, json=params, headers=headers)
        return answer.text

    def generateUrl(self, action, params):
        return self.base + "/" + action + "?" + "&".join("%s=%s" % kv for kv in params.items())


def quota(config):
    api = QcloudApi("lb", config)
    body = api.call("DescribeLoadBalancers", {"limit": 1})
    if "quota" in body:
        print(api.generateUrl("DescribeQuota", {"limit": 1}))
    return len(body) == 5000
