"""The HmacSHA1 signature that API 3.0 still takes, for a 3.0 host."""
import base64
import hashlib
import hmac
import random
import time

import requests

HOST = "clb.tencentcloudapi.com"


def parameters(action, secret_id, secret_key, **given):
    params = dict(
        given,
        Action=action,
        Version="2018-03-17",
        Region="ap-guangzhou",
        SecretId=secret_id,
        SignatureMethod="HmacSHA1",
        Nonce=random.randint(1, 6000),
        Timestamp=int(time.time()),
    )
    text = "GET" + HOST + "/?" + "&".join("%s=%s" % kv for kv in sorted(params.items()))
    digest = hmac.new(secret_key.encode(), text.encode(), hashlib.sha1).digest()
    params["Signature"] = base64.b64encode(digest).decode()
    return params


def listeners(secret_id, secret_key, balancer):
    params = parameters("DescribeListeners", secret_id, secret_key, LoadBalancerId=balancer)
    answer = requests.get("https://" + HOST + "/", params=params, timeout=10).json()["Response"]
    if "Error" in answer and answer["Error"]["Code"] == "AuthFailure.SignatureFailure":
        raise PermissionError(answer["Error"]["Message"])
    return answer["Listeners"]
