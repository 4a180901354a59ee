"""The Python 3 fork of the SDK: `Api` in place of `QcloudApi`."""

import json

from qcloudapi3 import Api  # expect: CLB202

service = Api("cvm", {"Region": "gz", "secretId": "i", "secretKey": "k", "method": "get"})  # expect: CLB203


def zones():
    text = service.call("DescribeAvailabilityZones", {})  # expect: CLB204 DescribeAvailabilityZones
    found = json.loads(text)
    if found["code"] == 4103:  # expect: CLB101 4103
        raise PermissionError("ask the owner of the account")
    return found["zoneSet"]
