"""One old client for two versions: what comes back depends on what a call says."""
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from tool import settings

_api = QcloudApi("cvm", settings.CONFIG)  # expect: CLB203


def old(action, **params):
    return json.loads(_api.call(action, params))  # expect: CLB204  # here: version-old


def new(action, **params):
    params["Version"] = settings.VERSION
    return json.loads(_api.call(action, params))["Response"]
