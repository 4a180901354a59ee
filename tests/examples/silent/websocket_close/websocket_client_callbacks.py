"""Callback style of websocket-client: on_close(ws, code, reason)."""
import json
import threading
import time

import websocket

RETRY_AFTER = {4000: 1, 4400: 60, 6000: 5}


class Ticker:
    def __init__(self, url, symbols):
        self.symbols = symbols
        self.delay = None
        self.app = websocket.WebSocketApp(
            url,
            on_open=self.on_open,
            on_message=self.on_message,
            on_close=self.on_close,
        )

    def on_open(self, ws):
        ws.send(json.dumps({"op": "subscribe", "args": self.symbols}))

    def on_message(self, ws, text):
        print(json.loads(text)["data"])

    def on_close(self, ws, code, reason):
        if code == 4100:
            raise SystemExit("not allowed: %s" % reason)
        self.delay = RETRY_AFTER.get(code)

    def run(self):
        thread = threading.Thread(target=self.app.run_forever, daemon=True)
        thread.start()
        while thread.is_alive():
            time.sleep(1)
