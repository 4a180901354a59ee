"""Signs something else with the same functions of the standard library."""
import hashlib
import hmac

from flask import Flask, abort, request

app = Flask(__name__)


@app.route("/hook", methods=["POST"])
def hook():
    mac = hmac.new(b"secret", request.get_data(), hashlib.sha1)
    if mac.hexdigest() != request.headers["X-Signature"]:
        abort(403)
    if request.get_json()["code"] == 5000:
        return "again", 503
    return "", 204
