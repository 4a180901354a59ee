import requests

from mycompany.signing import signed  # made elsewhere

ENDPOINT = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


def describe(limit: int = 20) -> list[dict]:
    params = signed({"Action": "DescribeLoadBalancers", "limit": limit})
    answer = requests.get(ENDPOINT, params=params, timeout=30).json()  # expect: CLB204
    if answer["code"] == 4105:  # expect: CLB101 4105
        raise PermissionError("token expired")
    return answer["loadBalancerSet"]
