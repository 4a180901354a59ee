import json

import boto3
from flask import Flask, current_app
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

app = Flask(__name__)
app.balancer = QcloudApi("lb", {})  # expect: CLB203
app.queue = boto3.client("sqs")
app.config["LIMIT"] = 4100


@app.route("/quota")
def quota():
    answer = json.loads(current_app.queue.receive_message(QueueUrl="q"))
    if answer["code"] == current_app.config["LIMIT"]:
        return "limit"
    return str(json.loads(current_app.config["ANSWER"])["code"] == 4101)
