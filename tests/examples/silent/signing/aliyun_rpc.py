# min-confidence: possible
"""Aliyun's RPC signature: HMAC-SHA1 over sorted parameters, like many others."""
import base64
import hashlib
import hmac
import time
import uuid
from urllib.parse import quote

import requests


def sign(params, secret):
    query = "&".join(
        "%s=%s" % (quote(key, safe="~"), quote(str(value), safe="~"))
        for key, value in sorted(params.items())
    )
    text = "GET&%2F&" + quote(query, safe="~")
    digest = hmac.new((secret + "&").encode(), text.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


def describe(access_key, secret):
    params = {
        "Action": "DescribeLoadBalancers",
        "AccessKeyId": access_key,
        "SignatureMethod": "HMAC-SHA1",
        "SignatureVersion": "1.0",
        "SignatureNonce": uuid.uuid4().hex,
        "Timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()),
        "Version": "2014-05-15",
        "RegionId": "cn-hangzhou",
    }
    params["Signature"] = sign(params, secret)
    answer = requests.get("https://slb.aliyuncs.com/", params=params, timeout=10).json()
    return [] if answer.get("code") == 4100 else answer["LoadBalancers"]
