"""Opens one TCP listener, as the game servers need it."""
import json
import sys

from QcloudApi.qcloudapi import QcloudApi


def main():
    service = QcloudApi("lb", {
        "Region": "gz",
        "secretId": "AKIDexample",
        "secretKey": "examplekey",
        "method": "POST",
    })
    answer = json.loads(service.call("CreateForwardLBFourthLayerListeners", {
        "loadBalancerId": "lb-app1",
        "listeners.0.loadBalancerPort": 7777,
        "listeners.0.protocol": 2,
        "listeners.0.listenerName": "game",
        "listeners.0.sessionExpire": 0,
        "listeners.0.scheduler": "wrr",
        "listeners.0.healthSwitch": 1,
        "listeners.0.intervalTime": 5,
        "listeners.0.healthNum": 3,
        "listeners.0.unhealthNum": 3,
    }))
    if answer["code"] == 4400:
        print("quota used up")
        return 2
    if answer["code"] != 0:
        print("not created")
        return 1
    print("created %d listener" % len(answer["listenerIds"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
