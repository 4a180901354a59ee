"""Watches the health of the backends with signed requests of our own.

Runs on hosts where nothing but the standard library is installed.
"""

import base64
import hashlib
import hmac
import json
import random
import time
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from lbkeeper import settings

MODULE = "lb"
HOST = MODULE + ".api.qcloud.com"
PATH = "/v2/index.php"


def request(action, **params):
    params.update(
        Action=action,
        Region=settings.REGION,
        Timestamp=int(time.time()),
        Nonce=random.randint(1, 99999),
        SecretId=settings.SECRET_ID,
        SignatureMethod="HmacSHA256",
    )
    query = "&".join("%s=%s" % (key, params[key]) for key in sorted(params))
    text = "GET" + HOST + PATH + "?" + query
    digest = hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).digest()
    params["Signature"] = base64.b64encode(digest).decode()
    with urlopen("https://%s%s?%s" % (HOST, PATH, urlencode(params)), timeout=10) as answer:
        return json.load(answer)


def unhealthy(balancer):
    """Return the backends that do not answer the health check."""
    reply = request("DescribeLoadBalancerBackends", loadBalancerId=balancer, limit=100)
    if reply["code"] // 100 in (60, 61, 62):
        return None  # the cloud has a problem, not our backends
    if str(reply["code"]) == "4500":
        raise RuntimeError("the clock of this host is wrong")
    if reply["code"] != 0:
        raise RuntimeError(reply["message"])
    return [one["unInstanceId"] for one in reply["backendSet"] if one["healthStatus"] != 1]


def tell(text):
    """Post to the chat of the operators; its `code` is not the cloud's."""
    body = json.dumps({"text": text}).encode()
    with urlopen(Request(settings.HOOK_URL, data=body), timeout=10) as answer:
        return json.load(answer)["code"] == 0
