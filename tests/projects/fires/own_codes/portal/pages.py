from portal.local_codes import BAD_ANSWER, NO_NETWORK
from portal.qcloud import Lb


def show(config, name):
    lb = Lb(config)
    res = lb.checked("DescribeLoadBalancers", {"loadBalancerName": name})  # expect: CLB204 DescribeLoadBalancers  # here: checked
    if res["code"] == NO_NETWORK:  # expect: CLB101 via sdk client request checked
        return "offline"
    if res["code"] in (BAD_ANSWER, 6000):  # expect: CLB101 6000 via sdk client request checked
        return "broken"
    if res["code"] == 4100:  # expect: CLB101 4100 via sdk client request asked checked
        return "key"
    return res["loadBalancerSet"]
