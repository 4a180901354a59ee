import json

from myproject.vendor.QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def instances(config):
    service = QcloudApi("cvm", config)  # expect: CLB203
    reply = json.loads(service.call("DescribeInstances", {"limit": 100}))  # expect: CLB204 DescribeInstances
    if reply["code"] == 4400:  # expect: CLB101 4400
        return None
    return reply["instanceSet"]
