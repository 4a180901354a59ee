import json

from flask import Flask, current_app
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

app = Flask(__name__)
app.balancer = QcloudApi("lb", {})  # expect: CLB203
app.config["BALANCER"] = app.balancer


@app.route("/quota")
def quota():
    answer = json.loads(current_app.balancer.call("DescribeQuota", {}))  # expect: CLB204 DescribeQuota
    if answer["code"] == 4100:  # expect: CLB101 4100
        return "signature"
    answer = json.loads(current_app.config["BALANCER"].call("DescribeQuota", {}))  # expect: CLB204
    return str(answer["code"] == 4101)  # expect: CLB101 4101
