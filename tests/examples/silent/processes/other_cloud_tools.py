"""Command-line tools of clouds; none of them is the legacy one."""
import json
import os
import subprocess


def tencent(region):
    text = subprocess.check_output(
        ["tccli", "clb", "DescribeLoadBalancers", "--region", region, "--Limit", "100"])
    return json.loads(text)["LoadBalancerSet"]


def aliyun():
    out = subprocess.run("aliyun slb DescribeLoadBalancers --PageSize 100", shell=True,
                         stdout=subprocess.PIPE).stdout
    answer = json.loads(out)
    if answer.get("code") == 4100 or answer.get("Code") == "5000":
        return []
    return answer["LoadBalancers"]["LoadBalancer"]


def upload(path):
    status = os.system("coscmd upload %s /" % path)
    if status == 5000 or status >> 8 == 41:
        raise OSError(status)


def elb():
    text = subprocess.check_output(["aws", "elbv2", "describe-load-balancers"])
    return json.loads(text)["LoadBalancers"]
