import json
import time

from QcloudApi.qcloudapi import QcloudApi

ACTION_SUCCESS = 0
NOT_ENOUGH_MONEY = 5300
SOLD_OUT = 5200
UNKNOWN_RESOURCE = 5000

RUNNING = 2


class Failure(Exception):
    def __init__(self, text, exit_status=1):
        Exception.__init__(self, text)
        self.exit_status = exit_status


class Session(object):
    def __init__(self, **config):
        self.api = QcloudApi("lb", config)

    def do(self, action, params):
        result = json.loads(self.api.call(action, params))
        code = result["code"]
        if code == ACTION_SUCCESS:
            return result
        if code in (NOT_ENOUGH_MONEY, SOLD_OUT):
            raise Failure("it cannot be bought", 5)
        if code == UNKNOWN_RESOURCE:
            raise Failure("there is no such thing", 4)
        raise Failure(result["message"])

    def wait(self, task):
        status = RUNNING
        while status == RUNNING:
            time.sleep(1)
            status = self.do("DescribeLoadBalancersTaskResult", {"requestId": task})["data"]["status"]
        if status != 0:
            raise Failure("the task failed", 3)


session = Session(Region="gz", secretId="AKIDhttps", secretKey="https-key")
