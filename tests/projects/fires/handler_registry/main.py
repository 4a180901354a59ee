import sys

from reactor.plugins import run

outcome = run(*sys.argv[1:])  # here: main
if outcome and outcome.get("code") == 4102:  # expect: CLB101 4102 via sdk client request delete plugin main
    sys.exit("no right")
