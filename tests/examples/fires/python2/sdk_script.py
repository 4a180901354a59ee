#!/usr/bin/python
# -*- coding: utf-8 -*-
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
import json

module = 'lb'
action = 'DescribeLoadBalancers'
config = {
	'Region': 'ap-guangzhou',
	'secretId': 'xxx',
	'secretKey': 'xxx',
	'method': 'get'
}
params = {'limit': 10L}

try:
	service = QcloudApi(module, config)  # expect: CLB203
	print service.generateUrl(action, params)  # expect: CLB204
	ret = json.loads(service.call(action, params))  # expect: CLB204 DescribeLoadBalancers
	if ret["code"] == 4104 or ret["code"] == 4105:  # expect: CLB101 4104; CLB101 4105
		print "token"
	print ret["codeDesc"]  # expect: CLB104
except Exception, e:
	print 'exception:', e
