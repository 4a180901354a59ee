# Python 3.14: two exceptions, and no name for either.
from tencentcloud.common import credential
from errors import Throttled, code


def attempt(send):
    try:
        return send(credential)
    except Throttled, code:
        return code == 4400
    except ValueError, KeyError:
        return None
