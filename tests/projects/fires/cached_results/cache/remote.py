import functools
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from cache.store import Store


class Remote:
    shared = {}

    def __init__(self, region):
        self.region = region
        self.results = {}
        self.store = Store(30)

    @classmethod
    def of(cls, region):
        if region not in cls.shared:
            cls.shared[region] = cls(region)
        return cls.shared[region]

    @functools.lru_cache(maxsize=None)
    def client(self):
        return QcloudApi("lb", {"Region": self.region, "secretId": "i", "secretKey": "k"})  # expect: CLB203 lb via sdk  # here: client

    def _fetch(self, action, **params):
        return json.loads(self.client().call(action, params))  # expect: CLB204 via sdk client  # here: request

    def balancers(self):
        if "balancers" not in self.results:
            self.results["balancers"] = self._fetch("DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers via client request  # here: balancers
        return self.results["balancers"]

    def listeners(self, lb):
        return self.store.get(lb, lambda: self._fetch("DescribeLoadBalancerListeners", loadBalancerId=lb))  # expect: CLB204 DescribeLoadBalancerListeners via client request  # here: listeners
