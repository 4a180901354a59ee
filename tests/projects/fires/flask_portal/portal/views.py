from flask import Blueprint, abort, jsonify, request

from portal.cloud import query
from portal.errors import ApiError

pages = Blueprint("pages", __name__)


@pages.route("/balancers")
def balancers():
    return jsonify(query("DescribeLoadBalancers", offset=request.args.get("offset", 0)))  # expect: CLB204 DescribeLoadBalancers


@pages.route("/balancers/<name>", methods=["DELETE"])
def delete(name):
    try:
        query("DeleteLoadBalancers", **{"loadBalancerIds.0": name})  # expect: CLB204 DeleteLoadBalancers via client request
    except ApiError as error:
        if error.payload["code"] == 5000:  # expect: CLB101 5000 via sdk client request
            abort(404)
        if error.status_code == 5000:
            abort(500)
        raise
    return "", 204
