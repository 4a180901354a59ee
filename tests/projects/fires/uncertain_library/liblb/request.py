import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from .table import QUOTA


def request(client, action, params):
    answer = json.loads(client.call(action, params))  # expect: CLB204 via sdk client  # here: request
    if answer["code"] == QUOTA:  # expect: CLB101 4400 via sdk client request
        return request(client, action, params)
    return answer


def lb_request(config, action, params):
    return request(QcloudApi("lb", config), action, params)  # expect: CLB203  # here: client
