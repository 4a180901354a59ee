"""Opens a feed of alerts; on each alert asks the load balancer how it is.

The callback's `code` is handed over by websocket-client, so it cannot be a legacy code.
"""
import json

import websocket
from QcloudApi.qcloudapi import QcloudApi  # expect: CLB202

from alerts.settings import CONFIG, FEED_URL

lb = QcloudApi("lb", CONFIG)  # expect: CLB203


def on_message(ws, text):
    alert = json.loads(text)
    state = json.loads(lb.call("DescribeLBHealthStatus",  # expect: CLB204
                               {"loadBalancerId": alert["target"]}))
    if state["code"] == 5000:  # expect: CLB101 5000
        print("gone:", alert["target"])


def on_close(ws, code, reason):
    if code == 4100:
        raise SystemExit("feed refused us: %s" % reason)
    if code in (4400, 4500):
        print("feed is busy", reason)


def on_error(ws, error):
    print(error)


app = websocket.WebSocketApp(FEED_URL, on_message=on_message, on_close=on_close, on_error=on_error)
app.run_forever()
