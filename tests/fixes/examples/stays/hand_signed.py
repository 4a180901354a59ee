# reason: the request is sent without the SDK, and signed by hand or by an address the SDK made
import requests

URL = "https://lb.api.qcloud.com/v2/index.php"
answer = requests.get(URL, params={"Action": "DescribeLoadBalancers"}, timeout=9).json()
print(answer["code"] == 4100)
