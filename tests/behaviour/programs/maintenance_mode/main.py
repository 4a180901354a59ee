"""main.py BALANCER INSTANCE: take the instance out, "repair" it, put it back."""
import sys

import balancing
from answers import describe

balancer, instance = sys.argv[1], sys.argv[2]

code, text = balancing.take_out(balancer, instance)
if code != 0:
    print("cannot take out:", describe(code), "-", text)
    sys.exit(1)
print(instance, "is out; left:", ", ".join(balancing.members(balancer)) or "nobody")

code, text = balancing.put_back(balancer, instance, weight=10)
if code != 0:
    print("CANNOT PUT BACK:", describe(code), "-", text)
    sys.exit(2)
print(instance, "is back; all:", ", ".join(balancing.members(balancer)) or "nobody")
