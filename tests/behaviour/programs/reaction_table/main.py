"""What to do is looked up by code."""
import json

from QcloudApi.qcloudapi import QcloudApi


def done(answer):
    print("probe changed")


def again(answer):
    print("will be tried again")


def alarm(answer):
    print("alarm: somebody has to look")


REACTIONS = {0: done, 4400: again, 5100: again, 6000: again, 6200: again}

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey", "method": "POST"})
answer = json.loads(service.call("ModifyLoadBalancerRulesProbe", {
    "loadBalancerId": "lb-app1",
    "listenerId": "lbl-http1",
    "locationId": "loc-1",
    "healthSwitch": 1,
    "intervalTime": 10,
    "httpCheckPath": "/healthz",
    "httpCode": 2,
}))
REACTIONS.get(answer["code"], alarm)(answer)
