import json

try:
    from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202
except ImportError:
    QcloudApi = None

HAS_QCLOUD = QcloudApi is not None


def balancers(config):
    if not HAS_QCLOUD:
        raise RuntimeError("pip install the SDK first")
    answer = json.loads(QcloudApi("lb", config).call("DescribeLoadBalancers", {}))  # expect: CLB203; CLB204 DescribeLoadBalancers
    if answer["code"] == 4102:  # expect: CLB101 4102
        raise PermissionError("no right")
    return answer["loadBalancerSet"]
