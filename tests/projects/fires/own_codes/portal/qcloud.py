"""Never raises: whatever goes wrong becomes an answer with a code."""
import json
import logging

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

from portal.local_codes import BAD_ANSWER, NO_NETWORK


class Lb:
    def __init__(self, config):
        self.api = QcloudApi("lb", config)  # expect: CLB203 lb  # here: client

    def ask(self, action, params):
        res = {"code": NO_NETWORK, "message": "no network", "data": None}
        try:
            body = self.api.call(action, params)  # expect: CLB204 via client  # here: request
            res = json.loads(body)
        except ValueError:
            res["code"] = BAD_ANSWER
            res["message"] = "not JSON"
        except Exception as problem:
            logging.exception("%s", problem)
            res = dict(res, code=-1)
        res["action"] = action
        return res

    def checked(self, action, params):
        res = self.ask(action, params)  # here: asked
        if res["code"] == 0 and not res.get("loadBalancerSet", True):  # expect: CLB102 via client request asked
            res["code"] = -3
            res["message"] = "empty"
        return res
