import requests

LABELS = ["lb", "api", "qcloud", "com"]
host = ".".join(LABELS)  # expect: CLB201 lb.api.qcloud.com
url = "".join(("https://", host, "/v2/index.php"))

answer = requests.post(url, data={"Action": "DescribeLoadBalancers"}).json()  # expect: CLB204 DescribeLoadBalancers
if answer["code"] == 4500:  # expect: CLB101 4500
    print("replay")
