# -*- coding: utf-8 -*-
"""Shared by the scripts in this folder; run them from here."""
import json
import os

from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202  # here: sdk

REGION = os.environ.get('QCLOUD_REGION', 'gz')


def get_service(module='lb'):
    config = {
        'Region': REGION,
        'secretId': os.environ['QCLOUD_ID'],
        'secretKey': os.environ['QCLOUD_KEY'],
        'method': 'GET',
    }
    return QcloudApi(module, config)  # expect: CLB203 via sdk  # here: client


def api_call(action, params=None):
    service = get_service()
    raw = service.call(action, params or {})  # expect: CLB204 via sdk client  # here: request
    return json.loads(raw)
