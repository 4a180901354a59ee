# min-confidence: possible
"""Signature version 4 of AWS, by hand."""

import datetime
import hashlib
import hmac

import requests


def _hmac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def signing_key(secret: str, day: str, region: str, service: str) -> bytes:
    key = _hmac(("AWS4" + secret).encode(), day)
    for part in (region, service, "aws4_request"):
        key = _hmac(key, part)
    return key


def describe(access_key: str, secret: str) -> str:
    host = "elasticloadbalancing.eu-central-1.amazonaws.com"
    now = datetime.datetime.now(datetime.timezone.utc)
    stamp = now.strftime("%Y%m%dT%H%M%SZ")
    scope = f"{stamp[:8]}/eu-central-1/elasticloadbalancing/aws4_request"
    canonical = f"GET\n/\nAction=DescribeLoadBalancers\nhost:{host}\n\nhost\n"
    text = "\n".join(
        ["AWS4-HMAC-SHA256", stamp, scope, hashlib.sha256(canonical.encode()).hexdigest()]
    )
    key = signing_key(secret, stamp[:8], "eu-central-1", "elasticloadbalancing")
    signature = hmac.new(key, text.encode(), hashlib.sha256).hexdigest()
    headers = {"Authorization": f"AWS4-HMAC-SHA256 {access_key}/{scope} Signature={signature}"}
    return requests.get(f"https://{host}/", headers=headers, timeout=10).text
