import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def call(action: str, **params: object) -> dict[str, object]:
    return json.loads(QcloudApi("lb", {}).call(action, params))  # expect: CLB203; CLB204  # here: decoded
