import json
import shlex
from subprocess import PIPE, Popen


def ask(line):
    process = Popen(shlex.split("qcloudcli " + line), stdout=PIPE, stderr=PIPE)  # expect: CLB206 qcloudcli
    out, err = process.communicate()
    if err:
        raise OSError(err)
    return json.loads(out)


if ask("lb DescribeLoadBalancers")["code"] == 4105:  # expect: CLB101 4105; CLB206 qcloudcli
    print("token")
