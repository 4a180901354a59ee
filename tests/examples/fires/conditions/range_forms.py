import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

svc = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
code = json.loads(svc.call("DescribeLoadBalancers", {}))["code"]  # expect: CLB204 DescribeLoadBalancers; CLB104

if 4100 <= code < 4200:  # expect: CLB101 4100 4101 4106 4110
    print("authentication")
elif code >= 4300 and code <= 4600:  # expect: CLB101 4300 4400 4500 4600
    print("refused")
elif code in range(5000, 6000):  # expect: CLB101 5000 5100 5500
    print("resources")
elif code >= 6000:  # expect: CLB101 6000 6100 6200
    print("service")
elif code > 0:  # expect: CLB102
    print("something else")
