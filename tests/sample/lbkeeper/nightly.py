"""What cron runs at night: a list of all load balancers, kept for a month."""

import json
import subprocess
import sys


def balancers(region):
    output = subprocess.check_output(
        ["qcloudcli", "lb", "DescribeLoadBalancers", "--RegionId", region, "--limit", "100"]
    )
    reply = json.loads(output)
    if reply["code"] == 5000:
        return []
    if reply["code"] > 0:
        sys.exit(reply["message"])
    return reply["loadBalancerSet"]


def main():
    for region in ("gz", "sh", "bj"):
        for balancer in balancers(region):
            print(region, balancer["unLoadBalancerId"], balancer["loadBalancerName"])


if __name__ == "__main__":
    main()
