import time

REGION = "gz"


def signed(action, params):
    return {**params, "Action": action, "Region": REGION}


def stamped(query):
    return dict(query, Timestamp=int(time.time()))


def filled(params):
    copy = params.copy()
    copy.update(Nonce=7)
    return copy
