import json
import sys

from multicloud.other import Other, other_balancers
from multicloud.tencent import Tencent, tencent_balancers

settings = json.load(open(sys.argv[1]))
ours = Tencent(settings["tencent"])
theirs = Other(settings["other"])

first = ours.call("DescribeLBHealthStatus", {"loadBalancerId": "lb-1"})  # expect: CLB204 DescribeLBHealthStatus  # here: first
second = theirs.call("Health", {"id": "b-1"})
if first["code"] == 4400:  # expect: CLB101 4400 via sdk client request first
    sys.exit("slowly, Tencent")
if second["code"] == 4400:
    sys.exit("slowly, the other")
print(len(tencent_balancers(settings["tencent"])), len(other_balancers(settings["other"])))
