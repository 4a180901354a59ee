"""Change the weights behind one forwarding rule."""
import json
import sys
from QcloudApi.qcloudapi import QcloudApi
from typing import Any, Dict, NamedTuple

Answer = Dict[str, Any]


class Outcome(NamedTuple):
    ok: bool
    text: str


def classify(answer: Answer) -> Outcome:
    code = answer["code"]
    if code == 0:
        return Outcome(True, "changed")
    if code != 5000 and code != 4000:
        return Outcome(False, "try again or call somebody (%s)" % answer["message"])
    return Outcome(False, "no such rule or server")


def main() -> None:
    balancer, listener, location = sys.argv[1:4]
    weights = dict(pair.split("=") for pair in sys.argv[4:])
    service = QcloudApi("lb", {"Region": "ap-guangzhou", "secretId": "AKIDl7", "secretKey": "l7-key"})
    params: Dict[str, Any] = {
        "loadBalancerId": balancer,
        "listenerId": listener,
        "locationIds.0": location,
    }
    for index, (instance, weight) in enumerate(sorted(weights.items())):
        params[f"backends.{index}.instanceId"] = instance
        params[f"backends.{index}.port"] = 8081
        params[f"backends.{index}.weight"] = int(weight)
    outcome = classify(json.loads(service.call("ModifyForwardSeventhBackends", params)))
    print(f"{location}: {outcome.text}")
    if not outcome.ok:
        raise SystemExit(1)


main()
