from collections import namedtuple

Account = namedtuple("Account", "name id key code")


def accounts():
    with open("/etc/accounts") as lines:
        for line in lines:
            yield Account(*line.split(":"))
