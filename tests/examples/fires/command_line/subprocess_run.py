import json
import subprocess

COMMAND = "qcloudcli"


def run(action, *options):
    command = [COMMAND, "lb", action, *options]
    process = subprocess.run(command, capture_output=True, text=True, check=True)  # expect: CLB206
    return json.loads(process.stdout)


def main():
    answer = run("DeleteLoadBalancers", "--loadBalancerIds", '["lb-1"]')  # expect: CLB206 qcloudcli
    if answer["code"] == 5000:  # expect: CLB101 5000
        print("already gone")


main()
