from . import limits
from .mixins import LoggingMixin, RegionMixin, RetryMixin
from .transport import Transport


class BalancerClient(LoggingMixin, RetryMixin, RegionMixin, Transport):
    module = "lb"
    transient = limits.TRANSIENT

    def __getattr__(self, name):
        raise AttributeError(name)

    def action(self, name, **kwargs):
        return self.perform(name, **kwargs)

    def listeners(self, balancer):
        return self.action("DescribeLoadBalancerListeners", loadBalancerId=balancer)  # expect: CLB204 DescribeLoadBalancerListeners via request  # here: listeners
