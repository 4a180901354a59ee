from portal.gateway import Gateway, GatewayError

gateway = Gateway()


def list_balancers():
    try:
        reply = gateway.ask("DescribeLoadBalancers", {"forward": 1, "limit": 100})
    except GatewayError as error:
        return error.status, {"error": error.text}
    return 200, {lb["loadBalancerId"]: lb["loadBalancerName"] for lb in reply["loadBalancerSet"]}


def show_balancer(ident):
    try:
        reply = gateway.ask("DescribeLoadBalancers", {"loadBalancerIds.0": ident, "forward": 1})
        listeners = gateway.ask("DescribeForwardLBListeners", {"loadBalancerId": ident})
    except GatewayError as error:
        return error.status, {"error": error.text}
    if not reply["loadBalancerSet"]:
        return 404, {"error": "no balancer " + ident}
    balancer = reply["loadBalancerSet"][0]
    return 200, {
        "name": balancer["loadBalancerName"],
        "created": balancer["createTime"],
        "ports": [item["loadBalancerPort"] for item in listeners["listenerSet"]],
    }


def rename_balancer(ident, name):
    try:
        gateway.ask("ModifyForwardLBName", {"loadBalancerId": ident, "loadBalancerName": name})
    except GatewayError as error:
        return error.status, {"error": error.text}
    return 204, {}
