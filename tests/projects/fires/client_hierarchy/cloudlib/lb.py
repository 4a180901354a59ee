from .base import Service


class LoadBalancer(Service):
    module = 'lb'
    retry_on = (4400, 6000)  # expect: CLB103 4400 6000
    pause = 4400

    def delete(self, lb_id):
        rsp = self.request('DeleteLoadBalancers', **{'loadBalancerIds.0': lb_id})  # expect: CLB204 DeleteLoadBalancers  # here: delete
        return rsp['code'] == 5000  # expect: CLB101 5000 via sdk client request delete

    def check(self, rsp):
        if rsp['code'] == 5000:  # expect: CLB101 5000 via client request
            return rsp
        return super().check(rsp)
