import json

from resilient.lb import Lb
from resilient.retrying import GiveUp

with open("lb.json") as stream:
    lb = Lb(json.load(stream))

try:
    made = lb.create(2)  # here: made
    if made["code"] == 5300:  # expect: CLB101 5300 via sdk client request create made
        raise SystemExit("no money")
    lb.wait(made["requestId"])
except GiveUp as problem:
    if problem.last["code"] == 6200:  # expect: CLB101 6200 via sdk client request
        raise SystemExit("maintenance, come again tomorrow")
    raise
