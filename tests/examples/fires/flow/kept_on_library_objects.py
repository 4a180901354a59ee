import json
import threading

from flask import Flask, g
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

app = Flask(__name__)
local = threading.local()


def client():
    if "lb" not in g:
        g.lb = QcloudApi("lb", app.config["QCLOUD"])  # expect: CLB203
    return g.lb


def remember():
    answer = json.loads(client().call("DescribeLoadBalancers", {}))  # expect: CLB204
    app.config["LAST"] = local.answer = answer
    app.config.update(SAME=answer)
    setattr(local, "code", answer["code"])  # expect: CLB104


def report():
    print(local.answer["code"] == 4200)  # expect: CLB101 4200
    print(app.config["LAST"]["code"] == 4100)  # expect: CLB101 4100
    print(app.config.get("SAME", {})["code"] == 4101)  # expect: CLB101 4101
    return local.code in (4400, 6000)  # expect: CLB101 4400 6000
