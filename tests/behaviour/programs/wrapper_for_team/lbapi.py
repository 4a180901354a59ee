import json

from QcloudApi.qcloudapi import QcloudApi

_CONFIG = {
    "Region": "ap-guangzhou",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "method": "POST",
}


def request(action, params):
    service = QcloudApi("lb", _CONFIG)
    return json.loads(service.call(action, params))


def ok(answer):
    return answer["code"] == 0
