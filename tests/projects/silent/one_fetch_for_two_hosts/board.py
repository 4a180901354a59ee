import sys

import balancers
import couriers

if len(sys.argv) > 1:
    print(balancers.count(sys.argv[1]), couriers.on_the_road(sys.argv[1]))
