import json
import threading

import requests
from flask import Flask, current_app, g
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

app = Flask(__name__)
mail = Flask("mail")
local = threading.local()
elsewhere = threading.local()


def remember(config):
    g.lb = QcloudApi("lb", config)  # expect: CLB203
    local.answer = json.loads(g.lb.call("DescribeLoadBalancers", {}))  # expect: CLB204
    app.config["LAST"] = local.answer
    g.mail = requests.Session()
    elsewhere.answer = requests.get("https://mail.example.com/api").json()


def report(action):
    print(g.mail.get("https://mail.example.com/", params=action).json()["code"] == 4100)
    print(g.other.call(action, {})["code"] == 4100, current_app.lb.call(action)["code"] == 4100)
    print(elsewhere.answer["code"] == 4200, local.other["code"] == 4200)
    return mail.config["LAST"]["code"] == 4400 or app.config["FIRST"]["code"] == 4400
