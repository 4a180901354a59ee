import json
import sys
from contextlib import contextmanager

from QcloudApi.qcloudapi import QcloudApi

ID = "AKIDhttpsname"
KEY = "httpsname-key"
client = QcloudApi("lb", {"Region": "gz", "secretId": ID, "secretKey": KEY})


@contextmanager
def step(title):
    print(title, "...")
    try:
        yield
    except ValueError as problem:
        print("   stopped:", problem)
        sys.exit(1)
    print("   ok")


def check(answer):
    """ValueError unless all went well."""
    if answer["code"] == 4000:
        raise ValueError("parameter")
    if answer["code"] == 5000:
        raise ValueError("not found")
    if answer["code"] != 0:
        raise ValueError("cloud: " + answer["message"])


balancer, listener = sys.argv[1:]

with step("new certificate"):
    check(json.loads(client.call("ModifyForwardLBSeventhListener", {
        "loadBalancerId": balancer,
        "listenerId": listener,
        "SSLMode": "unidirectional",
        "certId": "cert-new",
    })))
with step("new name"):
    check(json.loads(client.call("ModifyForwardLBSeventhListener", dict(
        loadBalancerId=balancer, listenerId=listener, listenerName="https"))))
with step("look"):
    answer = json.loads(client.call("DescribeForwardLBListeners", {"loadBalancerId": balancer, "listenerIds": [listener]}))
    check(answer)
    for item in answer["listenerSet"]:
        print("  ", item["listenerId"], item["certId"], len(item["rules"]), "rules")
