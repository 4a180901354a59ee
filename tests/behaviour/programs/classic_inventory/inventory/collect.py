from inventory.api import request


def everything(balancer):
    ask = {"loadBalancerId": balancer}
    listeners = request("listeners", "DescribeLoadBalancerListeners", ask)
    if listeners is None:
        return None
    backends = request("servers", "DescribeLoadBalancerBackends", ask)
    if backends is None:
        return None
    health = request("health", "DescribeLBHealthStatus", ask)
    sick = set()
    if health is not None:
        for row in health["data"]:
            if row["healthStatus"] != 1:
                sick.add((row["ip"], row["port"]))
    return {
        "balancer": balancer,
        "listeners": [
            (item["unListenerId"], item["listenerName"], item["loadBalancerPort"], item["instancePort"])
            for item in listeners["listenerSet"]
        ],
        "servers": {item["unInstanceId"]: item["weight"] for item in backends["backendSet"]},
        "sick": sorted(sick),
    }
