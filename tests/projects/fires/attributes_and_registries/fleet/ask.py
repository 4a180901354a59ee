import json

from QcloudApi.qcloudapi import QcloudApi as Api  # expect: CLB202  # here: sdk

from fleet.state import State, state

CLIENTS = {}


def client(region):
    if region not in CLIENTS:
        CLIENTS[region] = Api("lb", {"Region": region, "secretId": "i", "secretKey": "k"})  # expect: CLB203 lb via sdk  # here: client
    return CLIENTS[region]


def ask(region, action, params):
    state.answer = json.loads(client(region).call(action, params))  # expect: CLB204  # here: request
    state.code = state.answer["code"]  # expect: CLB104 via client request
    State.history.append(state.answer)
    return state.code == 0  # expect: CLB102 via client request
