import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

CONFIG = {"Region": "gz", "secretId": "id", "secretKey": "key", "method": "get"}


def price(bandwidth):
    service = QcloudApi("lb", CONFIG)  # expect: CLB203
    url = service.generateUrl("InquiryLBPrice", {"loadBalancerType": 2, "bandwidth": bandwidth})  # expect: CLB204 InquiryLBPrice
    reply = requests.get(url, timeout=10)  # expect: CLB204
    reply.raise_for_status()
    data = reply.json()
    if data["code"] == 4104:  # expect: CLB101 4104
        raise LookupError("the SecretId is unknown")
    return data["price"]
