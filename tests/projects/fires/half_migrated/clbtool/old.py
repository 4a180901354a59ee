import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from clbtool.errors import LEGACY


def price(config, kind):
    api = QcloudApi("lb", config)  # expect: CLB203  # here: client
    answer = json.loads(api.call("InquiryLBPrice", {"loadBalancerType": kind}))  # expect: CLB204 InquiryLBPrice  # here: price
    if answer["code"] in LEGACY:  # expect: CLB101 4100 4104 5000 via sdk client price
        raise LookupError(LEGACY[answer["code"]])
    return answer["price"]
