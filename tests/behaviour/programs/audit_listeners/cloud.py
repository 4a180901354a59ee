"""Thin layer over the SDK: one function, one exception."""

import json

from QcloudApi.qcloudapi import QcloudApi

import settings


class CloudError(Exception):
    def __init__(self, code, message):
        super(CloudError, self).__init__("%s: %s" % (code, message))
        self.code = code
        self.message = message

    @property
    def is_ours(self):
        """Is it about our own credentials?"""
        return str(self.code).startswith("41")


_service = QcloudApi("lb", {
    "Region": settings.REGION,
    "secretId": settings.SECRET_ID,
    "secretKey": settings.SECRET_KEY,
})


def listeners(balancer_id):
    answer = json.loads(_service.call("DescribeForwardLBListeners", {"loadBalancerId": balancer_id}))
    if answer["code"] != 0:
        raise CloudError(answer["code"], answer["message"])
    return answer["listenerSet"]
