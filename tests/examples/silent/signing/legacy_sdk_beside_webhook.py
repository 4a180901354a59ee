"""Answers a signed webhook and looks the balancer up; the HMAC is the webhook's."""
import hashlib
import hmac
import json

from flask import Flask, abort, request
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from hooks.settings import CONFIG, SECRET

app = Flask(__name__)
service = QcloudApi("lb", CONFIG)  # expect: CLB203


@app.post("/alarm")
def alarm():
    signature = hmac.new(SECRET, request.data, hashlib.sha1).hexdigest()
    if not hmac.compare_digest(signature, request.args["Signature"]):
        abort(401)
    event = request.get_json()
    if event["code"] == 4100 or request.form.get("code") == "5000":
        return {"code": 4100, "message": event["message"]}
    answer = json.loads(service.call("DescribeLoadBalancers",  # expect: CLB204
                                     {"searchKey": event["target"]}))
    if answer["code"] == 4400:  # expect: CLB101 4400
        abort(429)
    return {"code": 0, "balancers": answer["loadBalancerSet"]}
