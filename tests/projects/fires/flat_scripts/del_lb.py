#!/usr/bin/env python
import sys

from common import api_call as call
from error_code import NOT_FOUND as GONE

for lb_id in sys.argv[1:]:
    result = call('DeleteLoadBalancers', {'loadBalancerIds.0': lb_id})  # expect: CLB204 DeleteLoadBalancers  # here: delete
    code = result['code']  # expect: CLB104
    if code == GONE:  # expect: CLB101 5000 via sdk client request delete
        print('%s was gone before' % lb_id)
    elif code:  # expect: CLB102
        print('%s: code %s' % (lb_id, code))
