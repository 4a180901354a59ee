import sys

from ops.git import revision
from ops.qcli import qcli


def weight(lb, value):
    status, answer = qcli("ModifyLoadBalancerBackends", "--loadBalancerId", lb, "--weight", str(value))
    if status == 5000:
        sys.exit("never")
    if answer["code"] == 5000:  # expect: CLB101 5000 via command
        sys.exit("no such balancer")
    return answer["code"] == 0  # expect: CLB102 via command


def main():
    code, name = revision()
    if code == 4100 or code:
        sys.exit("not a checkout")
    weight("lb-1", 0)
    print("released", name)


if __name__ == "__main__":
    main()
