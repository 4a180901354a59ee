import json

from QcloudApi.qcloudapi import QcloudApi


def send(action, params):
    service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
    return json.loads(service.call(action, params))
