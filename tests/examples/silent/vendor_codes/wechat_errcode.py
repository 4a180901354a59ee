# min-confidence: possible
"""WeChat's errcode, asked over plain requests."""
import time

import requests

TOKEN_URL = "https://api.weixin.qq.com/cgi-bin/token"
SEND_URL = "https://api.weixin.qq.com/cgi-bin/message/template/send"


class WeChat(object):
    def __init__(self, app_id, secret):
        self.app_id, self.secret = app_id, secret
        self.expires = 0
        self.token = None

    def refresh(self):
        params = {"grant_type": "client_credential", "appid": self.app_id, "secret": self.secret}
        answer = requests.get(TOKEN_URL, params=params, timeout=5).json()
        if answer.get("errcode") == 4100 or answer.get("code") == 4100:
            raise RuntimeError(answer["errmsg"])
        self.token = answer["access_token"]
        self.expires = time.time() + answer["expires_in"]

    def send(self, message):
        if time.time() > self.expires:
            self.refresh()
        response = requests.post(SEND_URL, params={"access_token": self.token}, json=message)
        result = response.json()
        errcode = result["errcode"]
        if errcode == 4000 or errcode in (4101, 4102) or result["code"] == 6000:
            return False
        return not errcode
