import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Record(object):
    def __init__(self, **fields):
        self.__dict__.update(fields)


c = QcloudApi("lb", {"Region": "gz", "secretId": "x", "secretKey": "y"})  # expect: CLB203
answer = Record(**json.loads(c.call("DescribeRewrite", {"loadBalancerId": "lb-5"})))  # expect: CLB204 DescribeRewrite
if answer.code != 0:  # expect: CLB102
    raise SystemExit(answer.message)  # expect: CLB104
