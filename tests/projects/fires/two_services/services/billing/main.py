import client
import constants


def charge(account, cents):
    answer = client.request("charge", account=account, cents=cents)
    if answer["code"] == constants.NO_SUCH_ACCOUNT:
        return False
    return answer["code"] == constants.OK


if __name__ == "__main__":
    import sys

    charge(sys.argv[1], int(sys.argv[2]))
