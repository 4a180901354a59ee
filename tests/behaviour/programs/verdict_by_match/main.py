import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})
answer = json.loads(service.call("GetCertListWithLoadBalancer", {"certIds.0": "cert-old"}))
match answer["code"]:
    case 0:
        print("asked")
    case 4000 | 5000:
        print("no such certificate")
    case 4101 | 4102 | 4103:
        print("denied")
    case other if other in (6000, 6200):
        print("later")
    case _:
        print("failed")
