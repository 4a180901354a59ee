#!/usr/bin/env python3
import json
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

service = QcloudApi('lb', json.load(open(sys.argv[1])))  # expect: CLB203
result = json.loads(service.call('DescribeLoadBalancers', {'limit': 20}))  # expect: CLB204 DescribeLoadBalancers
if result['code']:  # expect: CLB102
    sys.exit('%(codeDesc)s' % {'codeDesc': result['codeDesc']})  # expect: CLB104
