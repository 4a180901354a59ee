import sys

sys.path.append("../lib")

import lbapi
from lbapi import find, health


def main():
    made = lbapi.create(2)  # here: made
    if made["code"] == 5200:  # expect: CLB101 5200 via sdk client create made
        return "sold out"

    code = lbapi.delete("lb-old")  # here: deleted
    if code not in (0, 5000):  # expect: CLB101 5000 via client delete code-of-delete deleted
        return "still there"

    code, message, found = find("web")  # here: found
    if code == 4101:  # expect: CLB101 4101 via client find found
        return message
    if len(found) == 4101:
        return "what a lot"

    status = find("db")
    if status[0] == 6000:  # expect: CLB101 6000 via client find
        return status[1]

    ok, reply = health("lb-1")  # here: asked
    if not ok and reply["code"] == 5000:  # expect: CLB101 5000 via client health asked
        return "gone"

    offer = lbapi.price(3)
    if offer["error"] == 5300 or offer["reply"]["code"] == 5500:  # expect: CLB101 5300 via client price; CLB101 5500 via client price
        return "no money"
    if offer["kind"] == 5300:
        return "no such kind"
    return lbapi.rename("lb-1", "web")


if __name__ == "__main__":
    problem = main()
    if problem:
        sys.exit(problem)
