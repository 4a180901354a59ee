"""The legacy transport, told to speak the new version: the answer is the 3.0 one."""
import json

from QcloudApi.common.api_exception import ApiExceptionBase
from QcloudApi.qcloudapi import QcloudApi

config = {
    "Region": "ap-guangzhou",
    "secretId": "AKIDexample",
    "secretKey": "examplekey",
    "endpoint": "clb.tencentcloudapi.com",
    "Version": "2018-03-17",
}
service = QcloudApi("clb", config)
try:
    response = json.loads(service.call("DescribeLoadBalancers", {"Limit": 1})).get("Response", {})
except ApiExceptionBase:
    print("no connection")
else:
    error = response.get("Error", {})
    if error.get("Code") == "AuthFailure.SignatureFailure":
        print("bad key")
    elif error:
        print("failed")
    else:
        print("listed")
