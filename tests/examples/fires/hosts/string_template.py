from string import Template

import requests

ADDRESS = Template("https://$module.api.qcloud.com/v2/index.php?Action=${action}")  # expect: CLB201

url = ADDRESS.substitute(module="lb", action="DescribeQuota")
print(requests.get(url).json()["code"] == 4100)  # expect: CLB204 DescribeQuota; CLB101 4100
host = Template("https://$host/v2/index.php").safe_substitute({"host": "lb.api.qcloud.com"})  # expect: CLB201 lb.api.qcloud.com
print(requests.get(host).json()["code"] == 4400)  # expect: CLB204; CLB101 4400
