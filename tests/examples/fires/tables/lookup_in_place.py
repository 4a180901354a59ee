import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

EXIT_STATUS = {0: 0, 4000: 2, 4100: 3, 5000: 4}  # expect: CLB103 4000 4100 5000


def main(config):
    api = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(api.call("DescribeLoadBalancers", {}))  # expect: CLB204 DescribeLoadBalancers
    raise SystemExit(EXIT_STATUS.get(answer["code"], 1))
