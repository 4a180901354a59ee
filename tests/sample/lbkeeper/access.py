"""Tells an operator in plain words why the cloud does not let them in."""

import enum
import json

from QcloudApi.qcloudapi import QcloudApi


class Denied(enum.IntEnum):
    SIGNATURE = 4100
    ACTION = 4101
    RESOURCE = 4102
    ACTION_ON_RESOURCE = 4103
    NO_SUCH_KEY = 4104
    TOKEN = 4105
    SECOND_FACTOR = 4106
    OTHER = 4110


ADVICE = {
    Denied.SIGNATURE: "Check the secret key and the clock of this machine.",
    Denied.ACTION: "Ask the owner of the account for the right to list load balancers.",
    Denied.RESOURCE: "These load balancers belong to another team.",
    Denied.ACTION_ON_RESOURCE: "You may see them, but not this way.",
    Denied.NO_SUCH_KEY: "This secret id was deleted; make a new one.",
    Denied.TOKEN: "The session is over; log in again.",
    Denied.SECOND_FACTOR: "Confirm with the second factor first.",
    Denied.OTHER: "The cloud did not say why.",
}


def explain(secret_id, secret_key, token=None):
    """Try the harmless thing and say what stood in the way; None if nothing did."""
    config = {"Region": "gz", "secretId": secret_id, "secretKey": secret_key}
    if token:
        config["Token"] = token
    service = QcloudApi("lb", config)
    answer = json.loads(service.call("DescribeLoadBalancers", {"offset": 0, "limit": 1}))
    if not answer["code"]:
        return None
    if answer["code"] == Denied.TOKEN and token is None:
        return "No session was given, but this key needs one."
    if answer["codeDesc"] == "AuthFailure":
        return ADVICE.get(answer["code"], answer["message"])
    return answer["message"]
