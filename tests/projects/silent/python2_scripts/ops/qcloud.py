# -*- coding: utf-8 -*-
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

CONFIG = {'Region': 'gz', 'secretId': 'x', 'secretKey': 'y', 'method': 'get'}


def call(action, params):
    service = QcloudApi('lb', CONFIG)  # expect: CLB203
    print 'calling', action
    return json.loads(service.call(action, params))  # expect: CLB204  # here: py2-call
