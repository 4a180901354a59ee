import enum
import json

from QcloudApi.qcloudapi import QcloudApi


class Code(enum.IntEnum):
    OK = 0
    PARAMETER = 4000
    KEY_MISSING = 4104
    TOKEN = 4105
    MFA = 4106
    NOT_FOUND = 5000


service = QcloudApi("lb", {
    "Region": "gz",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "Token": "temporarytoken",
})
answer = json.loads(service.call("DescribeLoadBalancerBackends", {"loadBalancerId": "lb-classic1"}))
code = answer["code"]
if code == Code.OK:
    for backend in answer["backendSet"]:
        print(backend["unInstanceId"], backend["weight"])
elif code in (Code.KEY_MISSING, Code.TOKEN, Code.MFA):
    print("get a new temporary key")
elif code == Code.NOT_FOUND:
    print("no such balancer")
elif code == Code.PARAMETER:
    print("bad parameter")
else:
    print("failed")
