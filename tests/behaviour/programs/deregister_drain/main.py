"""Take one server out of service gently: weight to zero, then remove it."""
import json
import sys
import time
from functools import partial

from QcloudApi.qcloudapi import QcloudApi

import conf


def send(service, action, params):
    raw = service.call(action, params, req_timeout=30)
    return json.loads(raw)


def main(balancer, listener, instance):
    service = QcloudApi("lb", {"Region": conf.REGION, "secretId": conf.ID, "secretKey": conf.KEY})
    ask = partial(send, service)

    target = {"instanceId": instance, "port": conf.PORT}
    answer = ask("ModifyForwardFourthBackendsWeight",
                 {"loadBalancerId": balancer, "listenerId": listener, "backends": [dict(target, weight=0)]})
    if answer["code"] != 0:
        print("could not drain:", "not there" if answer["code"] == 5000 else answer["message"])
        return 1

    print("draining", instance)
    time.sleep(conf.GRACE)

    answer = ask("DeregisterInstancesFromForwardLBFourthListener",
                 {"loadBalancerId": balancer, "listenerId": listener, "backends": [target]})
    if answer["code"] == 5100:
        print("could not remove, leave it at weight 0")
        return 3
    elif answer["code"]:
        print("remove failed:", answer["message"])
        return 1
    print("removed", instance)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
