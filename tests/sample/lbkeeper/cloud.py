"""The one place that talks to the cloud through its SDK."""

import json
import logging
import time

from QcloudApi.qcloudapi import QcloudApi

from lbkeeper import settings

log = logging.getLogger(__name__)

CODE_OK = 0
CODE_BAD_PARAMETER = 4000
CODE_REPLAY = 4500
CODE_HTTPS_ONLY = 4600
CODE_INTERNAL = 6000
CODE_BAD_VERSION = 6100
CODE_MAINTENANCE = 6200

# Worth another try, because the same request may pass a moment later.
RETRY_CODES = (4400, CODE_REPLAY, CODE_INTERNAL, CODE_MAINTENANCE)


class CloudError(Exception):
    def __init__(self, action, code, message):
        super().__init__("%s failed with %s: %s" % (action, code, message))
        self.action = action
        self.code = code


class NotAllowed(CloudError):
    pass


class NoSuchResource(CloudError):
    pass


class Cloud:
    """Calls actions of the load balancer and turns failures into exceptions."""

    def __init__(self, region=settings.REGION):
        config = {
            "Region": region,
            "secretId": settings.SECRET_ID,
            "secretKey": settings.SECRET_KEY,
            "method": "POST",
        }
        self.service = QcloudApi("lb", config)

    def call(self, action, params, tries=3):
        for attempt in range(1, tries + 1):
            reply = json.loads(self.service.call(action, params))
            code = reply["code"]
            if code == CODE_OK:
                return reply
            if code in RETRY_CODES and attempt < tries:
                log.info("%s answered %s, trying again", action, code)
                time.sleep(2**attempt)
                continue
            self.fail(action, code, reply["message"])

    def fail(self, action, code, message):
        if code == CODE_BAD_PARAMETER:
            raise ValueError("%s: %s" % (action, message))
        if code in (CODE_HTTPS_ONLY, CODE_BAD_VERSION):
            raise SystemExit("lbkeeper is out of date: " + message)
        if 4100 <= code < 4200 or code == 4300:
            raise NotAllowed(action, code, message)
        if code == 5000:
            raise NoSuchResource(action, code, message)
        raise CloudError(action, code, message)


def region_is_usable(region):
    """Ask for one load balancer, only to see whether the region answers."""
    reply = json.loads(
        QcloudApi(
            "lb",
            {
                "Region": region,
                "secretId": settings.SECRET_ID,
                "secretKey": settings.SECRET_KEY,
            },
        ).call("DescribeLoadBalancers", {"limit": 1})
    )
    return reply.get("codeDesc") == "Success"
