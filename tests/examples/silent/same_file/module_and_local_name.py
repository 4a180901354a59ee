"""A module-level `code` is legacy; the functions below have local names of the same spelling."""
import json
import shutil
import subprocess

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

CONFIG = {"Region": "sh", "secretId": "id", "secretKey": "key"}
answer = json.loads(QcloudApi("lb", CONFIG).call("DescribeQuota", {}))  # expect: CLB203; CLB204
code = answer["code"]  # expect: CLB104


def build(target):
    code = subprocess.call(["make", target])
    if code == 4000 or code != 0:
        raise SystemExit(code)
    return not code


def disk(path):
    code = shutil.disk_usage(path).free // 2**20
    if code == 5000:
        print("exactly 5000 MiB left")
    return code > 6000


if code == 4300:  # expect: CLB101 4300
    raise SystemExit("blocked")
build("all")
