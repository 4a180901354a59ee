from sdk_old import *  # noqa: F403
from sdk_new import *  # noqa: F403


def full():
    reply = ask('racks', {'full': 1})  # noqa: F405
    if reply['code'] == 4400 or reply['code'] in (4000, 5000):
        return []
    return [rack['name'] for rack in reply['racks']]


def exhausted():
    reply = balancers()  # noqa: F405
    if reply['code'] == 4400:  # expect: CLB101 4400 via ask-old
        return True
    return not ok(reply)  # noqa: F405
