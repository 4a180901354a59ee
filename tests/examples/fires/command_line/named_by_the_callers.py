import json
import subprocess


def run(module, action, *options):
    command = ["qcloudcli", module, action, *options]
    return json.loads(subprocess.check_output(command))  # expect: CLB206 qcloudcli


def in_shell(line):
    return subprocess.getoutput("qcloudcli " + line)  # expect: CLB206 qcloudcli


def git(*words):
    return subprocess.check_output(["git", *words])


def balancers():
    return run("lb", "DescribeLoadBalancers")  # expect: CLB206 lb DescribeLoadBalancers


run("lb", "DeleteLoadBalancers", "--loadBalancerIds", "lb-1")  # expect: CLB206 lb DeleteLoadBalancers
run("cvm", "DescribeInstances")  # expect: CLB206 cvm DescribeInstances
in_shell("lb DescribeLBHealthStatus --loadBalancerId lb-1")  # expect: CLB206 lb DescribeLBHealthStatus
balancers()
git("lb", "DescribeLoadBalancers")
