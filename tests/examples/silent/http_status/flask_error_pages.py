"""Error pages of the internal portal."""

from flask import Flask, jsonify, render_template, request
from werkzeug.exceptions import HTTPException

app = Flask(__name__)

PAGES = {404: "not_found.html", 500: "oops.html"}
BUSINESS_ERRORS = {4000: "bad form", 4100: "log in first", 5000: "no such order"}


@app.errorhandler(HTTPException)
def show_error(error):
    if request.path.startswith("/api/"):
        return jsonify(code=error.code, message=error.description), error.code
    return render_template(PAGES.get(error.code, "oops.html")), error.code


@app.errorhandler(KeyError)
def show_missing(error):
    code = 5000 if request.method == "GET" else 4000
    return jsonify({"code": code, "message": BUSINESS_ERRORS[code]})


@app.route("/api/session")
def session_info():
    if not request.headers.get("X-Token"):
        return jsonify({"code": 4100, "message": BUSINESS_ERRORS[4100], "codeDesc": "Login"})
    return jsonify({"code": 0, "message": "", "codeDesc": "Success"})
