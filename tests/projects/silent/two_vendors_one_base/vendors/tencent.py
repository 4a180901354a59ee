import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from vendors.base import Vendor


class Tencent(Vendor):
    label = 'tencent'

    def __init__(self, region):
        super(Tencent, self).__init__(region)
        self.api = QcloudApi('lb', {  # expect: CLB203
            'Region': region,
            'secretId': os.environ['QCLOUD_ID'],
            'secretKey': os.environ['QCLOUD_KEY'],
        })

    def send(self, action, params):
        return json.loads(self.api.call(action, params))  # expect: CLB204  # here: tencent-send
