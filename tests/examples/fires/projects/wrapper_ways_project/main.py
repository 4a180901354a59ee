"""The callers that name an action call it; those that pass on what names one already do not."""
import functools

from cloud import ways
from cloud.ways import Balancers, again, by_decorated, by_name, by_parameters, by_query, later, maker


def show(answer):
    print(answer["code"] == 4400)  # expect: CLB101 4400


listeners = by_name("DescribeLoadBalancerListeners", loadBalancerId="lb-1")  # expect: CLB204 DescribeLoadBalancerListeners via host by-name
if listeners["code"] == 5000:  # expect: CLB101 5000
    print("gone")
by_query({"Action": "DescribeLBHealthStatus"})  # expect: CLB204 DescribeLBHealthStatus
by_parameters("RenewLoadBalancers", {"loadBalancerId": "lb-1"})  # expect: CLB204 RenewLoadBalancers
later("ModifyLoadBalancerAttributes", show)  # expect: CLB204 ModifyLoadBalancerAttributes
backends = maker("DescribeLoadBalancerBackends")  # expect: CLB204 DescribeLoadBalancerBackends
backends(loadBalancerId="lb-1")
again("DescribeLoadBalancers")  # expect: CLB204 DescribeLoadBalancers
by_decorated("CreateLoadBalancer")  # expect: CLB204 CreateLoadBalancer
task = functools.partial(ways.by_name, "InquiryLBPrice")
task()  # expect: CLB204 InquiryLBPrice
for action in ("StartLBStatistic", "StopLBStatistic"):
    by_name(action)  # expect: CLB204 StartLBStatistic StopLBStatistic
balancers = Balancers()
balancers.describe({"limit": 1})
balancers.delete()
