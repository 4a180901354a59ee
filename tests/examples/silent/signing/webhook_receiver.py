"""Verify the signature of a webhook; generic HMAC."""

import hashlib
import hmac
import os

from flask import Flask, abort, request

app = Flask(__name__)
SECRET = os.environ["WEBHOOK_SECRET"].encode()


def genuine(payload: bytes, given: str) -> bool:
    wanted = hmac.new(SECRET, payload, hashlib.sha1).hexdigest()
    return hmac.compare_digest("sha1=" + wanted, given)


@app.post("/hooks/build")
def build():
    if not genuine(request.data, request.headers.get("X-Signature", "")):
        abort(403)
    event = request.get_json()
    if event["code"] == 4100 or event["Action"] == "DescribeLoadBalancers":
        abort(401, event["message"])
    nonce, timestamp = event["Nonce"], event["Timestamp"]
    if abs(timestamp - nonce) > 5000:
        abort(400)
    return {"code": 0, "message": ""}
