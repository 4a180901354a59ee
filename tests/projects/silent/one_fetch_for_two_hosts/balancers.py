from net import fetch

HOST = "https://lb.api.qcloud.com/v2/index.php"  # expect: CLB201 lb.api.qcloud.com


def count(region):
    answer = fetch(HOST, {"Action": "DescribeLoadBalancers", "Region": region})  # expect: CLB204 DescribeLoadBalancers
    if answer["code"] == 4103:  # expect: CLB101 4103
        return 0
    return answer["totalCount"]
