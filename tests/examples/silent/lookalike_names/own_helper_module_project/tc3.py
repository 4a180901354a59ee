"""Headers of a TC3-HMAC-SHA256 request."""

import hashlib
import hmac
import json
import os
import time


def authorization(host, action, payload):
    stamp = str(int(time.time()))
    key = ("TC3" + os.environ["SECRET_KEY"]).encode()
    digest = hmac.new(key, json.dumps(payload).encode(), hashlib.sha256).hexdigest()
    return {
        "Host": host,
        "X-TC-Action": action,
        "X-TC-Version": "2018-03-17",
        "X-TC-Timestamp": stamp,
        "Authorization": "TC3-HMAC-SHA256 Signature=" + digest,
    }
