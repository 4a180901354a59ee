import json
import time

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk


class Service(object):
    module = None
    retry_on = ()
    pause = 1

    def __init__(self, region, secret_id, secret_key):
        config = {'Region': region, 'secretId': secret_id, 'secretKey': secret_key}
        self.api = QcloudApi(self.module, config)  # expect: CLB203 via sdk  # here: client
        self.last_code = 0

    def request(self, action, **params):
        rsp = json.loads(self.api.call(action, params))  # expect: CLB204 via sdk client  # here: request
        self.last_code = rsp['code']  # expect: CLB104
        if self.last_code in self.retry_on:  # expect: CLB101 4400 6000
            time.sleep(self.pause)
            return self.request(action, **params)
        return self.check(rsp)

    def check(self, rsp):
        if rsp['code'] != 0:  # expect: CLB102 via client request
            raise RuntimeError(rsp['message'])  # expect: CLB104
        return rsp

    @property
    def denied(self):
        return 4100 <= self.last_code <= 4110  # expect: CLB101 4100 4101 4110 via client request
