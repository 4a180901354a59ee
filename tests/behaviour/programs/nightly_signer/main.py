# -*- coding: utf-8 -*-
"""Nightly count of the balancers, signed by hand because the SDK was not allowed on this host."""
import base64
import hashlib
import hmac
import json
import random
import time
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

SECRET_ID = "AKIDexample"
SECRET_KEY = "examplekey"
HOST = "lb.api.qcloud.com"
PATH = "/v2/index.php"


def sign(params):
    source = "GET" + HOST + PATH + "?" + "&".join(
        "%s=%s" % (key.replace("_", "."), params[key]) for key in sorted(params)
    )
    digest = hmac.new(SECRET_KEY.encode(), source.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def request(action, **extra):
    params = {
        "Action": action,
        "Region": "gz",
        "Nonce": random.randint(1, 99999),
        "Timestamp": int(time.time()),
        "SecretId": SECRET_ID,
    }
    params.update(extra)
    params["Signature"] = sign(params)
    try:
        body = urlopen("https://" + HOST + PATH + "?" + urlencode(params), timeout=5).read()
    except URLError as error:
        print("no connection: %s" % type(error).__name__)
        return None
    return json.loads(body)


answer = request("DescribeLoadBalancers", limit=20)
if answer is None:
    print("skipped tonight")
elif answer["code"] == 0:
    print("balancers: %d" % answer["totalCount"])
elif answer["code"] in (4100, 4500):
    print("check the clock and the key")
else:
    print("failed")
