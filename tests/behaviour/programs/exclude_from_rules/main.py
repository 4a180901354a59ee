"""Removes a server from every rule of a layer seven listener."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi


def ask(client, action, params):
    return json.loads(client.call(action, params))


class Exclusion(object):
    def __init__(self, client, balancer, listener):
        self.client, self.balancer, self.listener = client, balancer, listener
        self.problems = []

    def places(self, instance):
        got = ask(self.client, "DescribeForwardLBBackends", {"loadBalancerId": self.balancer, "listenerIds": [self.listener]})
        if got["code"] != 0:
            self.problems.append(got["message"])
            return
        for entry in got["data"]:
            for rule in entry["rules"]:
                for member in rule["backends"]:
                    if member["unInstanceId"] == instance:
                        yield rule["locationId"], member["port"]

    def run(self, instance):
        for location, port in self.places(instance):
            got = ask(self.client, "DeregisterInstancesFromForwardLB", {
                "loadBalancerId": self.balancer,
                "listenerId": self.listener,
                "locationIds": [location],
                "backends": [{"instanceId": instance, "port": port}],
            })
            if got["code"] == 4500:
                self.problems.append("is the clock right?")
            elif got["code"] == 4600:
                self.problems.append("use https")
            elif got["code"] != 0:
                self.problems.append(got["message"])
            else:
                print("removed %s:%d from %s" % (instance, port, location))


exclusion = Exclusion(QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexclude", "secretKey": "exclude-key"}), *sys.argv[1:3])
exclusion.run(sys.argv[3])
print("problems:", len(exclusion.problems))
for problem in exclusion.problems:
    print(" -", problem)
sys.exit(bool(exclusion.problems))
