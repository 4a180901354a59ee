"""A cron job: exit codes and legacy codes are kept apart."""
import json
import os
import subprocess
import sys

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

EXIT_DISABLED = 4300


def rsync(source, target):
    code = subprocess.call(["rsync", "-a", source, target])
    if code == 5000 or code in (4000, 4100):
        sys.exit("never on this system")
    return code


def wait(pid):
    _, status = os.waitpid(pid, 0)
    code = os.WEXITSTATUS(status)
    return code == EXIT_DISABLED or code == 0


def main(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    if answer["code"] == 4300:  # expect: CLB101 4300
        sys.exit(EXIT_DISABLED)
    names = [one["loadBalancerName"] for one in answer["loadBalancerSet"]]
    if rsync("/etc/" + names[0], "/backup") != 0:
        sys.exit(23)
