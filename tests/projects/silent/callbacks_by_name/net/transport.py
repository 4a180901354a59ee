import json
import threading

import requests
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


def ask_cloud(config, action, on_answer):
    def work():
        body = QcloudApi("lb", config).call(action, {})  # expect: CLB203; CLB204  # here: callback-call
        on_answer(json.loads(body))

    threading.Thread(target=work).start()


def ask_partner(path, on_answer):
    reply = requests.get("https://partner.example.com" + path, timeout=5)
    on_answer(reply.json())
