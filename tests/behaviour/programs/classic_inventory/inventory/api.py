import json
import sys

from QcloudApi.qcloudapi import QcloudApi

SERVICE = QcloudApi("lb", {"Region": "gz", "secretId": "AKIDinventory", "secretKey": "inventory-key"})


def request(what, action, params):
    """The answer, or None after telling why there is none."""
    answer = json.loads(SERVICE.call(action, params))
    if answer.get("code", -1) == 0:
        return answer
    if answer["code"] == 5000:
        print(what, "-> not found", file=sys.stderr)
    elif answer["code"] in (4300, 4600, 6100):
        print(what, "-> this API is closed to us", file=sys.stderr)
    else:
        print(what, "->", answer["message"], file=sys.stderr)
    return None
