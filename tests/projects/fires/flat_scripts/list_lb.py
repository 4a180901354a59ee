#!/usr/bin/env python
import sys

import error_code as ec
from common import api_call

if __name__ == '__main__':
    ret = api_call('DescribeLoadBalancers', {'limit': 100})  # expect: CLB204 DescribeLoadBalancers via sdk client request  # here: list
    if ret['code'] == ec.SIGNATURE_FAILURE:  # expect: CLB101 4100 via sdk client request list
        sys.exit('check the key')
    if ret['code'] != ec.SUCCESS:  # expect: CLB102
        sys.exit('%s: %s' % (ret['codeDesc'], ret['message']))  # expect: CLB104; CLB104 via request list
    for lb in ret['loadBalancerSet']:
        print(lb['loadBalancerId'], lb['loadBalancerName'])
