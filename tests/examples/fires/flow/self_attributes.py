import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Deployment:
    def __init__(self, config, lb_id):
        self.api = QcloudApi("lb", config)  # expect: CLB203
        self.lb_id = lb_id
        self.last = {}
        self.last_code = None

    def step(self, action, **params):
        params["loadBalancerId"] = self.lb_id
        self.last = json.loads(self.api.call(action, params))  # expect: CLB204
        self.last_code = self.last["code"]  # expect: CLB104

    def run(self):
        self.step("RegisterInstancesWithLoadBalancer")  # expect: CLB204 RegisterInstancesWithLoadBalancer
        if self.last_code == 5100:  # expect: CLB101 5100
            self.rollback()
        elif self.last["code"] == 4102:  # expect: CLB101 4102
            raise PermissionError(self.lb_id)

    def rollback(self):
        self.step("DeregisterInstancesFromLoadBalancer")  # expect: CLB204 DeregisterInstancesFromLoadBalancer
        assert not self.last_code, self.last["message"]  # expect: CLB102; CLB104
