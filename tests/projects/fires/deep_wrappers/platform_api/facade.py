from .balancer import BalancerClient


class Facade:
    def __init__(self, **config):
        self.balancers = BalancerClient(config)

    def listeners_of(self, name):
        outcome = self.balancers.in_region("sh").listeners(name)  # here: facade
        if outcome["code"] == 5000:  # expect: CLB101 5000 via sdk client request listeners facade
            return None
        return outcome
