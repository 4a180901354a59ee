import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from .accounts import ACCOUNTS


def quota(team):
    service = QcloudApi("lb", ACCOUNTS[team])  # expect: CLB203
    return json.loads(service.call("DescribeQuota", {}))  # expect: CLB204 DescribeQuota  # here: quota-call
