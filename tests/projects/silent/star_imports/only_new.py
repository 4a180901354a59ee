from sdk_new import *  # noqa: F403


def count():
    reply = racks()  # noqa: F405
    if reply['code'] == 4400 or reply['code'] == 0:
        return 0
    return len(reply['racks'])
