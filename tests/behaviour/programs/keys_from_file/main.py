"""Give a server behind a forwarding rule another port.  Keys are in keys.json, beside this file."""
import json
import sys
from pathlib import Path

from QcloudApi.qcloudapi import QcloudApi

with open(Path(__file__).with_name("keys.json")) as stream:
    keys = json.load(stream)

service = QcloudApi("lb", {
    "Region": "ap-guangzhou",
    "secretId": keys["id"],
    "secretKey": keys["key"],
})
balancer, listener, instance, new_port = sys.argv[1:]


def rules_of(data):
    return {
        (rule["locationId"], member["port"])
        for entry in data
        for rule in entry["rules"]
        for member in rule["backends"]
        if member["unInstanceId"] == instance
    }


answer = json.loads(service.call("DescribeForwardLBBackends", {"loadBalancerId": balancer, "listenerIds.0": listener}))
if answer["code"] != 0:
    sys.stderr.write("cannot look: %s\n" % answer["message"])
    sys.exit(2 if answer["code"] in (5000, 4000) else 1)

for location, port in sorted(rules_of(answer["data"])):
    params = {"loadBalancerId": balancer, "listenerId": listener, "locationIds.0": location}
    params["backends.0.instanceId"] = instance
    params["backends.0.port"] = port
    params["backends.0.newPort"] = int(new_port)
    answer = json.loads(service.call("ModifyForwardSeventhBackendsPort", params))
    if answer["code"] == 0:
        print(location, port, "->", new_port)
        continue
    if answer["code"] in (4101, 4102, 4103):
        sys.exit("no right to change " + location)
    print(location, "stays at", port, "because:", answer["message"])
