import requests

DOMAIN = "api.qcloud.com"
PATH = "/v2/index.php"


def send(module: str, params: dict) -> dict:
    host = f"{module}.{DOMAIN}"  # expect: CLB201
    answer = requests.get(f"https://{host}{PATH}", params=params, timeout=9).json()  # expect: CLB204
    if answer["code"] == 4104:  # expect: CLB101 4104
        raise PermissionError(module)
    return answer


send("lb", {"Action": "DescribeLoadBalancers"})  # expect: CLB204 DescribeLoadBalancers
