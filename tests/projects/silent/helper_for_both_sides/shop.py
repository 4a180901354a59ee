import json
import pathlib
import sys

import lb.orders
import parcels.orders

if sys.argv[1] == "parcel":
    print(parcels.orders.order(sys.argv[2]))
else:
    print(lb.orders.order(json.loads(pathlib.Path("lb.json").read_text()), sys.argv[2]))
