import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from cloudtool.qcloudsdk import Plugin

api = QcloudApi("lb", {"Region": "gz", "secretId": "", "secretKey": ""})  # expect: CLB203
text = api.call("DescribeLoadBalancers", {})  # expect: CLB204 DescribeLoadBalancers
sys.stdout.write(text)
if Plugin({}).call("DescribeLoadBalancers", {})["code"] == 5000:
    sys.exit(4100)
