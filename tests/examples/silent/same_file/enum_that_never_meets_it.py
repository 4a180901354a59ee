"""Two sets of numbers: the enum is for our database, the tuple is for the legacy API."""
import enum
import json
import sqlite3

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Audit(enum.IntEnum):
    CREATED = 4000
    LOGIN = 4100
    DELETED = 5000


AUTH_ERRORS = (4100, 4101)  # expect: CLB103 4100 4101
LABELS = {4000: "created", 4100: "login", 5000: "deleted"}


def history(path):
    with sqlite3.connect(path) as connection:
        for code, when in connection.execute("select code, at from audit"):
            if code == Audit.LOGIN or code in (4000, 5000):
                yield LABELS[code], when


def allowed(config):
    service = QcloudApi("lb", config)  # expect: CLB203
    answer = json.loads(service.call("DescribeLoadBalancers", {}))  # expect: CLB204
    return answer["code"] not in AUTH_ERRORS  # expect: CLB101 4100 4101
