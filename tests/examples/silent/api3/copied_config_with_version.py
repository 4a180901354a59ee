"""One base config; copies of it get a `Version`, the base itself has none."""
import copy
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

BASE = {"Region": "ap-guangzhou", "secretId": "id", "secretKey": "key"}


def instances():
    config = dict(BASE)
    config["Version"] = "2017-03-12"
    service = QcloudApi("cvm", config)  # expect: CLB203
    response = json.loads(service.call("DescribeInstances", {}))["Response"]
    if response["Error"]["Code"] == "AuthFailure":
        raise PermissionError(response["Error"]["Message"])
    return response["InstanceSet"]


def networks():
    config = copy.deepcopy(BASE)
    config.update(Version="2017-03-12", Region="ap-shanghai")
    service = QcloudApi("vpc", config)  # expect: CLB203
    response = json.loads(service.call("DescribeVpcs", {}))["Response"]
    return [] if "Error" in response else response["VpcSet"]


def zones():
    service = QcloudApi("cvm", BASE)  # expect: CLB203
    answer = json.loads(service.call("DescribeAvailabilityZones", {}))  # expect: CLB204
    if answer["code"] == 4100:  # expect: CLB101 4100
        raise PermissionError
    return answer["zoneSet"]
