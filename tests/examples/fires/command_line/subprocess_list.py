import json
import subprocess


def balancers(region):
    out = subprocess.check_output(["qcloudcli", "lb", "DescribeLoadBalancers", "--RegionId", region])  # expect: CLB206 qcloudcli
    answer = json.loads(out)
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError(answer["message"])  # expect: CLB104
    return answer["loadBalancerSet"]
