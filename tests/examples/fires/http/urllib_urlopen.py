import json
import urllib.parse
import urllib.request

BASE = "https://lb.api.qcloud.com/v2/index.php?"  # expect: CLB201 lb.api.qcloud.com


def query(params):
    with urllib.request.urlopen(BASE + urllib.parse.urlencode(params), timeout=10) as f:  # expect: CLB204
        return json.loads(f.read().decode("utf-8"))


def exists(lb_id, signed):
    answer = query(dict(signed, Action="DescribeLoadBalancers", loadBalancerIds=lb_id))  # expect: CLB204 DescribeLoadBalancers
    return answer["code"] != 5000  # expect: CLB101 5000
