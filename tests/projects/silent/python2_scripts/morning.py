#!/usr/bin/env python
# -*- coding: utf-8 -*-
import sys

from ops import qcloud, spool

answer = qcloud.call('DescribeLoadBalancers', {})  # expect: CLB204 DescribeLoadBalancers
if answer['code'] == 4100:  # expect: CLB101 4100 via py2-call
    print >>sys.stderr, 'keys?'
for host in sys.argv[1:]:
    state = spool.status(host)
    if state is None or state['code'] == 4100:
        print host, spool.reset(host)
    elif not state['code'] or state['code'] <> 4400:
        print host, 'is fine'
