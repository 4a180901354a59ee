"""Which origins may use our API from a browser."""

import re

from flask import Flask, request

app = Flask(__name__)

ORIGINS = re.compile(r"^https://([\w-]+\.)?(qcloud|tencent|myqcloud)\.com$")
EMAILS = {"ops@qcloud.com", "api@qcloud.com", "qcloud.api@example.org"}
FILES = ["docs/lb.api.qcloud.md", "api/qcloud.com.txt", "lb.api"]


@app.after_request
def allow(response):
    origin = request.headers.get("Origin", "")
    if ORIGINS.match(origin):
        response.headers["Access-Control-Allow-Origin"] = origin
        response.set_cookie("seen", "1", domain=".qcloud.com")
    if response.status_code == 401 and request.args.get("code") == "4100":
        response.status_code = 403
    return response
