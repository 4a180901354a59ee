"""The legacy class under another name, and an own class under the legacy name."""
import json

from QcloudApi.qcloudapi import QcloudApi as Legacy  # expect: CLB202


class QcloudApi:
    """Reads answers that were recorded earlier."""

    def __init__(self, folder):
        self.folder = folder

    def call(self, action):
        return {"code": 4100 if action == "Fail" else 0, "message": ""}


def live(config):
    answer = json.loads(Legacy("lb", config).call("DescribeQuota", {}))  # expect: CLB203; CLB204
    return answer["code"] != 4100  # expect: CLB101 4100


def recorded(folder):
    api = QcloudApi(folder)
    answer = api.call("Fail")
    return answer["code"] != 4100 and answer["code"] != 0
