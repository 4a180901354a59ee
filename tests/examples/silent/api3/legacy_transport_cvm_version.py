"""The legacy SDK with cvm's Version: the answers are 3.0 shaped, their string codes stay."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

CONFIG = {
    "Region": "ap-guangzhou",
    "secretId": "id",
    "secretKey": "key",
    "Version": "2017-03-12",
}


def instances(zone):
    service = QcloudApi("cvm", CONFIG)  # expect: CLB203
    params = {"Filters": [{"Name": "zone", "Values": [zone]}]}
    answer = json.loads(service.call("DescribeInstances", params))
    response = answer["Response"]
    if "Error" in response:
        if response["Error"]["Code"] == "AuthFailure.SignatureFailure":
            raise PermissionError(response["Error"]["Message"])
        if answer["Response"]["Error"]["Code"] in ("InvalidZone.MismatchRegion", "LimitExceeded"):
            return []
        raise RuntimeError(response["Error"]["Code"])
    if response["TotalCount"] == 5000:
        print("cut off")
    return response["InstanceSet"]
