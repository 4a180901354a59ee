import sys

from cache.remote import Remote
from cache.settings import is_teal


def overview(regions):
    for region in regions:
        remote = Remote.of(region)
        answer = remote.balancers()  # here: overview
        if answer["code"] == 4300:  # expect: CLB101 4300 via sdk client request balancers overview
            sys.exit("the account is blocked")
        for balancer in answer["loadBalancerSet"]:
            listing = remote.listeners(balancer["loadBalancerId"])
            if listing["code"]:  # expect: CLB102 via sdk client request listeners
                print(listing["message"])  # expect: CLB104
        if remote.results["balancers"]["code"] == 4106:  # expect: CLB101 4106 via sdk client request balancers
            sys.exit("second factor")
    return is_teal()


overview(sys.argv[1:])
