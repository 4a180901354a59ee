import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from lbops.errcodes import RETRY_CODES, SUCCESS


def rpc(action, params):
    service = QcloudApi("lb", {"Region": "cd", "secretId": "i", "secretKey": "k"})  # expect: CLB203  # here: client
    for _ in range(3):
        answer = json.loads(service.call(action, params))  # expect: CLB204  # here: request
        if answer["code"] not in RETRY_CODES:  # expect: CLB101 4400 6000 via client request
            break
    if answer["code"] != SUCCESS:  # expect: CLB102
        print("failed:", answer["codeDesc"])  # expect: CLB104
    return answer
