"""Is the API reachable with our key?  Exit text is read by the monitoring agent."""
from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi('lb', {
    'Region': 'ap-guangzhou',
    'secretId': 'AKIDexample',
    'secretKey': 'examplekey',
})
body = service.call('DescribeLoadBalancers', {'limit': 1})
if "Success" in str(body):
    print("OK lb api")
else:
    print("CRITICAL lb api")
