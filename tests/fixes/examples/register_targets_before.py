import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "id", "secretKey": "key"})


def attach(instance):
    answer = json.loads(
        service.call(
            "RegisterInstancesWithForwardLBFourthListener",
            {
                "loadBalancerId": "lb-1",
                "listenerId": "lbl-1",
                "backends": [{"instanceId": instance, "port": 8080, "weight": 10}],
            },
        )
    )
    return not answer["code"]


attach("ins-1")
