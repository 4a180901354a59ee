"""Shared by all products."""
import json

from QcloudApi.qcloudapi import QcloudApi

KEYS = {"secretId": "AKIDexample", "secretKey": "examplekey"}


class ApiError(Exception):
    pass


def service(module):
    return QcloudApi(module, dict(KEYS, Region="ap-guangzhou"))


def checked(body):
    answer = json.loads(body)
    if answer["code"] == 4400:
        raise ApiError("slow down")
    if answer["code"] != 0:
        raise ApiError("failed")
    return answer
