import lbapi


def rename(name):
    answer = lbapi.request("ModifyForwardLBName", {"loadBalancerId": "lb-app1", "loadBalancerName": name})
    if lbapi.ok(answer):
        return "renamed"
    if answer["code"] in (4101, 4102, 4103):
        return "not allowed"
    return "failed"
