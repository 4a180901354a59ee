import json

from app.client import Client
from app.codes import NO_MONEY


def charge(customer, cents):
    answer = json.loads(Client().call("Charge", {"customer": customer, "cents": cents}))
    if answer["code"] == NO_MONEY or answer["code"] in (4000, 4100):
        return False
    return answer["codeDesc"] == "Success"


if __name__ == "__main__":
    print(charge("c1", 5000))
