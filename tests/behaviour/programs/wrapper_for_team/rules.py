from lbapi import ok, request


def lines():
    answer = request("DescribeForwardLBListeners", {"loadBalancerId": "lb-app1"})
    if not ok(answer):
        return ["(none)"]
    found = []
    for listener in answer["listenerSet"]:
        for rule in listener.get("rules") or []:
            found.append("%s %s%s" % (rule["locationId"], rule["domain"], rule["url"]))
    return sorted(found)
