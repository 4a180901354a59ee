import enum
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Code(enum.IntEnum):
    FINE = 0  # expect: CLB103 0
    SIGNATURE = 4100  # expect: CLB103 4100
    MISSING = 5000  # expect: CLB103 5000


class Port(enum.IntEnum):
    PROXY = 4100


answer = json.loads(QcloudApi("lb", {}).call("DescribeQuota", {}))  # expect: CLB203; CLB204 DescribeQuota
print(Code(answer["code"]).name, Port(answer["total"]))
