import os
import sys

from qapi import Client, const

client = Client(os.environ["ID"], os.environ["KEY"])
answer = client.get("DescribeLoadBalancers", limit=100)  # expect: CLB204 DescribeLoadBalancers via host request  # here: watch
if answer["codeDesc"] != const.SUCCESS:  # expect: CLB102 via host request watch
    print(answer["message"], file=sys.stderr)  # expect: CLB104
    if str(answer["code"]) == const.EXPIRED:  # expect: CLB101 4500 via host request watch
        sys.exit("set the clock")
    sys.exit(1)
print(answer["totalCount"])
