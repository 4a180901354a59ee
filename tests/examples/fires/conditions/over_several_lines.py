# -*- coding: utf-8 -*-
import json; import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

svc = QcloudApi('lb', {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y'})  # expect: CLB203
ret = json.loads(
	svc.call(  # expect: CLB204 RegisterInstancesWithForwardLBFourthListener
		'RegisterInstancesWithForwardLBFourthListener',
		{'loadBalancerId': 'lb-1', 'listenerId': 'lbl-1'},
	)
)
if (
	ret['code']  # expect: CLB101 4100 4104
	in (
		4100,
		4104,
	)
):
	print('keys'); sys.exit(1)
ok = \
	ret['code'] == 0  # expect: CLB102
print(
	'message: %s'
	% ret['message']  # expect: CLB104
)
