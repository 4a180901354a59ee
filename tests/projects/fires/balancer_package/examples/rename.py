"""How to give a balancer another name."""
import sys

import lbkit

session = lbkit.connect()
answer = lbkit.LoadBalancers(session).rename(sys.argv[1], sys.argv[2])  # here: renamed
if answer["code"] in lbkit.codes.FORBIDDEN:  # expect: CLB101 4101 4102 4103 via sdk client request decoded rename renamed
    sys.exit("not yours")
