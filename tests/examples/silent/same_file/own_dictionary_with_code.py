"""The project builds dicts with a `code` key of its own for the web page."""
import json

from flask import Flask, jsonify
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

app = Flask(__name__)
lb = QcloudApi("lb", {"Region": "gz", "secretId": "i", "secretKey": "k"})  # expect: CLB203


def reply(**fields):
    page = {"code": 0, "message": "", "codeDesc": "Success"}
    page.update(fields)
    if page["code"] == 5000:
        page["message"] = "gone"
    return jsonify(page)


@app.route("/balancers/<name>")
def show(name):
    answer = json.loads(lb.call("DescribeLoadBalancers",  # expect: CLB204
                                {"loadBalancerName": name}))
    if answer["code"] == 5000:  # expect: CLB101 5000
        return reply(code=5000)
    if answer["totalCount"] == 0:
        return reply(code=4000)
    return reply(balancers=answer["loadBalancerSet"])
