"""Judges answers; knows nothing of where they come from."""
from deploy import codes


class Refused(Exception):
    pass


def raise_for_code(response, ignore=()):
    code = int(response.get("code", -1))  # expect: CLB104 via sdk request refresh
    if code == 0 or code in ignore:  # expect: CLB102 via sdk request refresh; CLB101 via sdk request refresh
        return response
    if is_permission(code):
        raise Refused(explain(code, response["message"]))  # expect: CLB104
    raise RuntimeError("code %d: %s" % (code, response.get("message")))  # expect: CLB104


def is_permission(code):
    return code in codes.PERMISSION or 4100 <= code < 4200  # expect: CLB101 4101 4102 4103 via sdk request refresh; CLB101 4100 4104 4110


def explain(code, message):
    return codes.TEXTS.get(code, "code %d" % code) + ": " + message


def is_throttled(*responses):
    return any(one["code"] == codes.THROTTLED for one in responses)  # expect: CLB101 4400 via client request first


def score(points):
    return points == 4400
