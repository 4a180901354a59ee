import sys

from platform_api import Facade

outcome = Facade(Region="gz", secretId="i", secretKey="k").listeners_of(sys.argv[1])  # here: main
if outcome is None:
    sys.exit("gone")
if outcome["code"] != 0:  # expect: CLB102 via sdk client request listeners facade main
    sys.exit(outcome["message"])  # expect: CLB104
