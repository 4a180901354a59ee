import requests


class Endpoint:
    pattern = "{scheme}://{module}.api.{domain}/v2/index.php"

    def __init__(self, module="lb"):
        self.url = self.pattern.format(scheme="https", module=module, domain="qcloud.com")  # expect: CLB201

    def get(self, params):
        data = requests.get(self.url, params=params).json()  # expect: CLB204
        if data["code"] == 4600:  # expect: CLB101 4600
            raise RuntimeError("http is not supported")
        return data


Endpoint().get({"Action": "DescribeLoadBalancers"})  # expect: CLB204 DescribeLoadBalancers
