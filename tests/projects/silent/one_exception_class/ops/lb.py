import json

import QcloudApi.qcloudapi as sdk  # expect: CLB202

from ops.errors import RemoteError


def invoke(config, action, **params):
    service = sdk.QcloudApi("lb", config)  # expect: CLB203
    reply = json.loads(service.call(action, params))  # expect: CLB204  # here: invoke
    if reply["code"] != 0:  # expect: CLB102 via invoke
        raise RemoteError("lb", reply["code"], reply["message"])  # expect: CLB104; CLB104  # here: raise
    return reply
