import json
from QcloudApi.qcloudapi import QcloudApi

def main():
	service = QcloudApi('lb', {'Region': 'gz', 'secretId': 'id', 'secretKey': 'key'})
	answer = json.loads(service.call('DescribeLoadBalancers', {'forward': 1}))
	if answer['code'] == 4105:		# expired
		return 'token'
	return answer['message']

print(main())
