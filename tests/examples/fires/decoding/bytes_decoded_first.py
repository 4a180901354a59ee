import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

client = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
raw = client.call("DescribeLoadBalancerBackends", {"loadBalancerId": "lb-3"})  # expect: CLB204 DescribeLoadBalancerBackends
if isinstance(raw, bytes):
    raw = raw.decode("utf-8")
text = raw.strip()
decoded = json.loads(text)
if decoded["code"] == 6100:  # expect: CLB101 6100
    print("check the domain name")
