from .cache import Cache
from .sources import balancer

_cache = Cache(balancer, seconds=300)


def address(name):
    answer = _cache.get(name)
    if answer["code"] == 5000:  # expect: CLB101 5000 via portal-call
        _cache.forget(name)
        return None
    return answer["loadBalancerSet"][0]["loadBalancerVips"][0]
