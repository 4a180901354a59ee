# -*- coding: utf-8 -*-
import json

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def call(action, params):
    print action, params
    return json.loads(QcloudApi('lb', {}).call(action, params))  # expect: CLB203; CLB204  # here: decoded
