"""What to do about each answer."""


def fix_request(message):
    print("the request is wrong:", message)
    return 64


def fix_credentials(message):
    print("look at the credentials")
    return 65


def ask_for_rights(message):
    print("ask the owner of the account")
    return 66


def wait(message):
    print("wait a little")
    return 75


def buy(message):
    print("the purse is empty or the shop is")
    return 67


def GIVE_UP(message):
    print("no idea:", message)
    return 70


ACTIONS = {
    4000: fix_request,
    4100: fix_credentials,
    4101: ask_for_rights,
    4102: ask_for_rights,
    4103: ask_for_rights,
    4104: fix_credentials,
    4105: fix_credentials,
    4106: fix_credentials,
    4110: ask_for_rights,
    4300: ask_for_rights,
    4400: wait,
    4500: fix_credentials,
    4600: fix_request,
    5000: fix_request,
    5100: wait,
    5200: buy,
    5300: buy,
    6000: wait,
    6100: fix_request,
    6200: wait,
}
