import json

from QcloudApi.qcloudapi import QcloudApi

service = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDexample", "secretKey": "examplekey"})


def whose_fault(code):
    if 4100 <= code < 4200:
        return "identity"
    if code // 1000 == 6:
        return "server"
    if 5000 <= code <= 5099:
        return "resource"
    if code >= 5100:
        return "operation"
    return "caller" if code > 0 else "nobody"


answer = json.loads(service.call("DescribeRewrite", {"loadBalancerIds.0": "lb-app1"}))
print(whose_fault(answer["code"]))
