import json

from boto3.exceptions import Boto3Error
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Reply(dict):
    pass


class OtherReply(dict):
    pass


def explain(reply):
    if isinstance(reply, OtherReply):
        return reply["code"] == 4100
    if not isinstance(reply, Reply):
        return reply["code"] == 4200
    return [each["code"] == 4300 for each in [reply] if isinstance(each, OtherReply)]


explain(Reply(json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))))  # expect: CLB203; CLB204 DescribeQuota


def failed(error):
    if isinstance(error, ValueError) and error.code == 4100:
        return True
    if isinstance(error, (OSError, Boto3Error)):
        return error.code in (4400, 6000)
    assert isinstance(error, LookupError)
    return error.code == 5000
