import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk
from flask import current_app, g

from portal.errors import ApiError


def client():
    if "lb" not in g:
        g.lb = QcloudApi("lb", current_app.config["QCLOUD"])  # expect: CLB203  # here: client
    return g.lb


def query(action, **params):
    answer = json.loads(client().call(action, params))  # expect: CLB204 via sdk client  # here: request
    if answer["code"] != 0:  # expect: CLB102 via sdk client request
        raise ApiError(answer)
    return answer
