# reason: nothing is legacy here
class QcloudApi:
    def __init__(self, module, config):
        self.module = module

    def call(self, action, params):
        return {"code": 4100}


print(QcloudApi("lb", {}).call("DescribeLoadBalancers", {})["code"] == 4100)
