"""Clean up after the old command-line tool; nothing here runs it."""
import os
import shutil
import subprocess
import sys

LEFTOVERS = ["/opt/qcloudcli", "/etc/qcloudcli.conf"]


def installed():
    return shutil.which("qcloudcli") is not None


def mentioned_in(path):
    return subprocess.call(["grep", "-q", "qcloudcli", path]) == 0


def remove():
    for leftover in LEFTOVERS:
        subprocess.check_call(["rm", "-rf", leftover])
    os.system("rm -f /usr/local/bin/qcloudcli")
    subprocess.run(["logger", "-t", "cleanup", "qcloudcli lb DescribeLoadBalancers is gone"])


def main():
    if mentioned_in("/etc/crontab"):
        sys.exit("please take qcloudcli out of /etc/crontab first")
    remove()
    if installed():
        sys.exit(subprocess.call("type -a qcloudcli", shell=True))


main()
