from . import remote


def list_all():
    result = remote.call("DescribeLoadBalancers", {"forward": 1})
    for balancer in result["loadBalancerSet"]:
        print(balancer["loadBalancerId"], balancer["loadBalancerName"])


def ports(ident):
    result = remote.call("DescribeForwardLBListeners", {"loadBalancerId": ident})
    print(*(listener["loadBalancerPort"] for listener in result["listenerSet"]))


def rename(ident, name):
    remote.call("ModifyLoadBalancerAttributes", {"loadBalancerId": ident, "loadBalancerName": name})
    print("done")


def show_help():
    print("commands:", ", ".join(sorted(COMMANDS)), "and quit")


COMMANDS = {"list": list_all, "ports": ports, "rename": rename, "help": show_help}
