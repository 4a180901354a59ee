import json

from QcloudApi.qcloudapi import QcloudApi


def backends_of(api, balancer):
    answer = json.loads(api.call("DescribeForwardLBBackends", {"loadBalancerId": balancer}))
    if answer["code"] != 0:
        return []
    addresses = []
    for listener in answer["data"]:
        for rule in listener.get("rules") or []:
            for backend in rule["backends"]:
                addresses.append((backend["unInstanceId"], backend["port"], backend["weight"]))
        for backend in listener.get("backends") or []:
            addresses.append((backend["unInstanceId"], backend["port"], backend["weight"]))
    return addresses


def balancers(api):
    answer = json.loads(api.call("DescribeLoadBalancers", {"forward": 1, "limit": 50}))
    if answer["code"] == 0:
        return [item["unLoadBalancerId"] for item in answer["loadBalancerSet"]]
    return []


def main():
    api = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    for balancer in balancers(api):
        print(balancer)
        for instance, port, weight in backends_of(api, balancer):
            print("  %s:%s w=%s" % (instance, port, weight))


if __name__ == "__main__":
    main()
