"""The callbacks are methods; websocket-client chooses their arguments, nobody else calls them."""
import json

import websocket
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202


class Feed:
    def __init__(self, url, config):
        self.lb = QcloudApi("lb", config)  # expect: CLB203
        self.app = websocket.WebSocketApp(url, on_close=self.on_close)
        self.app.on_message = self.on_message

    def on_message(self, ws, text):
        event = json.loads(text)
        if event["code"] == 5000 or event["code"] in (4000, 4100):
            return
        body = self.lb.call("DescribeLoadBalancers",  # expect: CLB204
                            {"searchKey": event["target"]})
        answer = json.loads(body)
        if answer["code"] == 5000:  # expect: CLB101 5000
            ws.close(status=4100)

    def on_close(self, ws, code, reason):
        if code == 4100 or code == 4400:
            raise SystemExit(reason)

    def run(self):
        self.app.run_forever()
