from flask import Flask, jsonify, request

from gateway.cloud import CloudFailure, balancers
from gateway.codes import Api

app = Flask(__name__)


def envelope(code, **fields):
    status = 200 if code == 0 or code == Api.LATER else 400
    return jsonify(code=int(code), message=Api(code).name, **fields), status


@app.route("/balancers/<region>")
def show(region):
    if request.headers.get("X-Code") == "4100" or request.args.get("code", type=int) == 4100:
        return envelope(Api.SIGN_IN)
    try:
        return envelope(Api.FINE, balancers=balancers(region))
    except CloudFailure as failure:
        if failure.code == Api.GONE or failure.code == 6000:
            return envelope(failure.code, hint="try another region")
        return envelope(Api.BAD_REQUEST)


@app.errorhandler(500)
def broken(error):
    return envelope(Api.LATER if error.code != 5000 else Api.GONE)
