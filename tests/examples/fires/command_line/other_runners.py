import json
import subprocess


def ask(line):
    return json.loads(subprocess.getoutput("qcloudcli " + line))  # expect: CLB206 qcloudcli


process = subprocess.Popen(["qcloudcli", "lb", "DescribeLoadBalancers"], stdout=subprocess.PIPE)  # expect: CLB206 qcloudcli
output, _ = process.communicate()
if json.loads(output)["code"] == 4104:  # expect: CLB101 4104
    print("no such key")
if ask("lb DescribeRewrite --loadBalancerId lb-1")["codeDesc"] != "Success":  # expect: CLB102; CLB206 qcloudcli
    print("failed")
