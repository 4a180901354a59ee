from string import Template

import requests

ADDRESS = Template("https://$module.api.example.com/v2/index.php?Action=${action}")

url = ADDRESS.substitute(module="lb", action="DescribeQuota")
print(requests.get(url).json()["code"] == 4100)
host = Template("https://$host/v2/index.php").safe_substitute({"host": "shop.example.com"})
print(requests.get(host).json()["code"] == 4400)
print(Template("It costs $$4100, $name").substitute(name="code") == 4100)
