from functools import partial

from tools.transport import call, request

describe = partial(call, "DescribeLoadBalancers")
delete = partial(call, "DeleteLoadBalancers", on_error=None)
task = partial(request, action="DescribeLoadBalancersTaskResult")
